package io.hushbridge.sim;

import java.util.Locale;

/// What the machines among the far ends have to say.
enum Phrase {
  AGENT_GREETS(Speaker.AGENT, 900),
  AGENT_ASKS_TO_PAY(Speaker.AGENT, 700),
  AGENT_PAID(Speaker.AGENT, 900),
  AGENT_DECLINED(Speaker.AGENT, 900),
  AGENT_NOT_PAID(Speaker.AGENT, 900),
  LINE_CARD_NUMBER(Speaker.LINE, 500),
  LINE_EXPIRY(Speaker.LINE, 400),
  LINE_CODE(Speaker.LINE, 400),
  LINE_TRY_AGAIN(Speaker.LINE, 400),
  LINE_APPROVED(Speaker.LINE, 500),
  LINE_DECLINED(Speaker.LINE, 500);

  private final Speaker speaker;
  private final int tonalMillis;

  /// Who says it.
  enum Speaker {
    AGENT,
    LINE
  }

  Phrase(Speaker speaker, int tonalMillis) {
    this.speaker = speaker;
    this.tonalMillis = tonalMillis;
  }

  Speaker speaker() {
    return speaker;
  }

  int tonalMillis() {
    return tonalMillis;
  }

  String resource() {
    return name().toLowerCase(Locale.ROOT);
  }
}

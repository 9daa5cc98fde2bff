package io.hushbridge.sim;

import io.hushbridge.sim.Keypad.Cancelled;
import io.hushbridge.sim.Keypad.Enough;
import io.hushbridge.sim.Keypad.HungUp;
import io.hushbridge.sim.Keypad.Silence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/// What the payment line does with one caller, told in order. A thread of its own.
final class LineService {
  private static final int LINK_DIGITS = 4;
  private static final int DIGITS_BEFORE_DROP = 6;
  private static final Duration LINK_PATIENCE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_ASKS = 3;
  private static final Duration SETTLING = Duration.ofMillis(200);
  private static final Duration LINGERING = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofMillis(1500);

  private final LineCall call;
  private final PciPalCloud cloud;
  private final Conduct conduct;
  private final Story story;
  private final Progress progress;

  /// Told how far the service has come.
  interface Progress {
    void linked();

    void asks(Field field);
  }

  /// Sends what became of the payment.
  @FunctionalInterface
  private interface Report {
    void send() throws InterruptedException;
  }

  LineService(LineCall call, PciPalCloud cloud, Conduct conduct, Story story, Progress progress) {
    this.call = call;
    this.cloud = cloud;
    this.conduct = conduct;
    this.story = story;
    this.progress = progress;
  }

  void run() throws InterruptedException {
    try {
      Optional<PciPalSession> session = cloud.session(linkId());
      if (session.isPresent()) {
        story.tell("is linked to its session");
        progress.linked();
        Thread.sleep(SETTLING);
        serve(session.get());
      } else {
        story.tell("knows no such session, and hangs up");
        call.hangUp();
      }
    } catch (HungUp gone) {
      story.tell("is left");
    } catch (Cancelled | Silence noLink) {
      story.tell("was given no LinkId, and hangs up");
      call.hangUp();
    }
  }

  private String linkId() throws Cancelled, HungUp, Silence, InterruptedException {
    return call.linkHeader().isEmpty()
        ? call.keypad().read(Enough.digits(LINK_DIGITS), LINK_PATIENCE, () -> {})
        : call.linkHeader();
  }

  private void serve(PciPalSession session) throws HungUp, InterruptedException {
    try {
      takeCards(session);
    } catch (Cancelled | Silence givenUp) {
      story.tell("ends without a card");
      finish(() -> cloud.callbacks().cancelled(session), Phrase.LINE_DECLINED);
    }
  }

  private void takeCards(PciPalSession session)
      throws Cancelled, HungUp, Silence, InterruptedException {
    for (int left = conduct.tries() - 1; left >= 0; left--) {
      Card card = readCard();
      switch (Verdict.on(card)) {
        case APPROVED -> {
          story.tell("approves the card");
          finish(() -> cloud.callbacks().approved(session, card), Phrase.LINE_APPROVED);
          return;
        }
        case DECLINED -> {
          story.tell("declines the card");
          Report report = () -> cloud.callbacks().declined(session);
          if (left == 0) {
            finish(report, Phrase.LINE_DECLINED);
          } else {
            report.send();
            say(Phrase.LINE_TRY_AGAIN);
          }
        }
      }
    }
  }

  private Card readCard() throws Cancelled, HungUp, Silence, InterruptedException {
    String number = readNumber();
    String expiry = ask(Field.EXPIRY, Phrase.LINE_EXPIRY, Enough.digits(4));
    int codeLength = Pan.codeLength(number);
    return new Card(number, expiry, ask(Field.CODE, Phrase.LINE_CODE, Enough.digits(codeLength)));
  }

  private String readNumber() throws Cancelled, HungUp, Silence, InterruptedException {
    if (conduct.has(Fault.LINE_DROPS_MID_CARD)) {
      ask(Field.CARD_NUMBER, Phrase.LINE_CARD_NUMBER, Enough.digits(DIGITS_BEFORE_DROP));
      story.tell("drops the call in the middle of the card");
      call.hangUp();
      throw new HungUp();
    }
    for (int i = 0; i < MOST_ASKS; i++) {
      String number =
          ask(
              Field.CARD_NUMBER,
              Phrase.LINE_CARD_NUMBER,
              so -> so.length() >= Pan.length(so.toString()));
      if (Pan.holds(number)) {
        return number;
      }
      story.tell("does not know the number: its check digit is wrong");
      say(Phrase.LINE_TRY_AGAIN);
    }
    throw new Cancelled();
  }

  /// Asks again where nothing is keyed.
  private String ask(Field field, Phrase phrase, Enough enough)
      throws Cancelled, HungUp, Silence, InterruptedException {
    for (int i = 1; i < MOST_ASKS; i++) {
      try {
        return askOnce(field, phrase, enough);
      } catch (Silence unheard) {
        story.tell("hears nothing, and asks again");
      }
    }
    return askOnce(field, phrase, enough);
  }

  private String askOnce(Field field, Phrase phrase, Enough enough)
      throws Cancelled, HungUp, Silence, InterruptedException {
    story.tell("asks for the " + field.spoken());
    say(phrase);
    progress.asks(field);
    return call.keypad().read(enough, PATIENCE, call.phone()::hush);
  }

  private void say(Phrase phrase) {
    var _ = call.phone().says(conduct.voice().says(phrase));
  }

  private void sayAll(Phrase phrase) throws InterruptedException {
    try {
      call.phone().says(conduct.voice().says(phrase)).get();
    } catch (CancellationException | ExecutionException cutShort) {
      // The caller is gone.
    }
  }

  private void finish(Report report, Phrase phrase) throws InterruptedException {
    if (conduct.has(Fault.BYE_BEFORE_CALLBACK)) {
      sayAll(phrase);
      hangUp();
      Thread.sleep(LATE);
      report.send();
    } else {
      report.send();
      sayAll(phrase);
      if (conduct.has(Fault.CALLBACK_BEFORE_BYE)) {
        Thread.sleep(LINGERING);
      }
      hangUp();
    }
  }

  private void hangUp() {
    if (conduct.has(Fault.LINE_STAYS)) {
      story.tell("stays on the line");
    } else {
      story.tell("hangs up");
      call.hangUp();
    }
  }
}

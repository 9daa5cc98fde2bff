package io.hushbridge.control.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.logstash.logback.argument.StructuredArguments.kv;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.util.Objects;
import java.util.stream.Stream;
import net.logstash.logback.encoder.LogstashEncoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Drives the encoder that `logback.xml` ships.
final class LogLineTest {
  private static final String CARD = "4111111111111111";

  private final LoggerContext context = new LoggerContext();
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
  private final Logger logger = context.getLogger("io.hushbridge.control.call.CallFlow");

  @BeforeEach
  void configureAsShipped() throws JoranException {
    context.setMDCAdapter(mdc);
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(LogLineTest.class.getResource("/logback.xml")));
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .filteredOn(status -> status.getLevel() >= Status.WARN)
        .isEmpty();
  }

  @Test
  void aLineIsJsonWithItsCall() {
    mdc.put("call", "c-1");

    JsonNode line = read(shipped().encode(event("scene {}", null, "paying")));

    assertThat(line.propertyStream().map(field -> field.getKey()))
        .containsExactlyInAnyOrder("at", "message", "logger", "thread", "level", "call");
    assertThat(line.get("message").asString()).isEqualTo("scene paying");
    assertThat(line.get("call").asString()).isEqualTo("c-1");
    assertThat(line.get("level").asString()).isEqualTo("INFO");
    assertThat(line.get("at").asString()).endsWith("Z");
  }

  @Test
  void oneEventIsOneLineWhateverItsTextHolds() {
    String line = new String(shipped().encode(event("a\nb\r\n{\"level\":\"x\"}", null)), UTF_8);

    assertThat(line.lines()).hasSize(1);
    assertThat(line).endsWith(System.lineSeparator());
  }

  static Stream<LineWithACard> linesWithACard() {
    return Stream.of(
        new LineWithACard("message", "card " + CARD, "ok", null, "x"),
        new LineWithACard("argument", "card {}", "ok", null, CARD),
        new LineWithACard("groups", "card 4111 1111 1111 1111 keyed", "ok", null, "x"),
        new LineWithACard("named text", "card", "ok", null, kv("card", CARD)),
        new LineWithACard("named number", "card", "ok", null, kv("card", Long.parseLong(CARD))),
        new LineWithACard("MDC", "card", CARD, null, "x"),
        new LineWithACard(
            "stack trace",
            "card",
            "ok",
            new IllegalStateException("bad " + CARD, new RuntimeException("under " + CARD)),
            "x"));
  }

  record LineWithACard(
      String place, String message, String call, @Nullable Throwable thrown, Object argument) {
    @Override
    public String toString() {
      return place;
    }
  }

  @ParameterizedTest
  @MethodSource("linesWithACard")
  void noPlaceOfALineShowsACardNumber(LineWithACard with) {
    mdc.put("call", with.call());
    ILoggingEvent event = event(with.message(), with.thrown(), with.argument());

    assertThat(digits(plain().encode(event))).as("planted").contains(CARD);
    assertThat(digits(shipped().encode(event))).doesNotContain(CARD);
    assertThat(new String(shipped().encode(event), UTF_8)).contains("[masked]");
    assertThat(read(shipped().encode(event)).isObject()).isTrue();
  }

  private ILoggingEvent event(String message, @Nullable Throwable thrown, Object... arguments) {
    return new LoggingEvent(
        LogLineTest.class.getName(), logger, Level.INFO, message, thrown, arguments);
  }

  private Encoder<ILoggingEvent> shipped() {
    var appender = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("stdout");
    return ((ConsoleAppender<ILoggingEvent>) appender).getEncoder();
  }

  /// The same encoder without the mask.
  private Encoder<ILoggingEvent> plain() {
    var encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static JsonNode read(byte[] line) {
    return JsonMapper.shared().readTree(line);
  }

  private static String digits(byte[] line) {
    return new String(line, UTF_8).replace(" ", "");
  }
}

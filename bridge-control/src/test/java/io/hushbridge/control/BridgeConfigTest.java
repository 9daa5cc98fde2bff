package io.hushbridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.control.BridgeConfig.PortRange;
import io.hushbridge.control.agent.AgentSettings.Hold;
import io.hushbridge.control.http.ApiKey;
import io.hushbridge.control.payment.PciPalFlow;
import io.hushbridge.control.payment.PciPalFlow.LinkBy;
import io.hushbridge.control.recording.SiprecTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class BridgeConfigTest {
  private static final Path SHIPPED = Path.of("../config/bridge.yaml");
  private static final String TENANT =
      """
            tenantName: acme
            username: bridge
            clientId: id
            clientSecret: ${env:TOKEN}
      """;

  @TempDir Path directory;

  @Test
  void theShippedFileHoldsEveryKeyAndNoOther() throws IOException {
    Set<String> inFile = new TreeSet<>();
    collectKeys(read(Files.readString(SHIPPED)), "", inFile);

    Set<String> inRecords =
        UnknownKey.keys(BridgeConfig.class, "")
            .filter(key -> !key.contains("[]"))
            .collect(Collectors.toCollection(TreeSet::new));
    inFile.removeIf(key -> key.contains(".initialValues."));
    assertThat(inFile).isEqualTo(inRecords);
  }

  @Test
  void theShippedFileShowsEveryKeyOfAListedEntry() throws IOException {
    assertThat(example("siprec", SHIPPED)).isEqualTo(componentsOf(SiprecTarget.class));
    assertThat(example("keys", SHIPPED)).isEqualTo(componentsOf(ApiKey.class));
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws IOException {
    assertThat(load("")).isEqualTo(BridgeConfig.defaults());
    assertThat(load("# nothing yet\nsip:\n  # port: 5062\n")).isEqualTo(BridgeConfig.defaults());
    assertThat(load(Files.readString(SHIPPED))).isEqualTo(BridgeConfig.defaults());
  }

  @Test
  void whatTheFileLeavesOutIsAsShipped() throws IOException {
    BridgeConfig config = load("limits:\n  pause: 300ms\n");

    assertThat(config.limits().pause()).isEqualTo(Duration.ofMillis(300));
    assertThat(config.limits().payment()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.agent()).isEqualTo(BridgeConfig.defaults().agent());
  }

  @Test
  void everyKindOfValueIsRead() throws IOException {
    BridgeConfig config =
        load(
            """
            node: 7
            sip: {port: 5062}
            media: {ports: 20000-20999}
            agent: {hold: silence}
            limits: {link: 1h, token: 2m, launch: 3s, pause: 4ms}
            http:
              keys:
                - {name: polyai, role: agent, key: "${env:TOKEN}"}
            recording:
              siprec:
                - name: main
                  target: sip:recorder@127.0.0.1:5090
            """);

    assertThat(config.node()).isEqualTo("7");
    assertThat(config.sip().port()).isEqualTo(5062);
    assertThat(config.media().ports()).isEqualTo(new PortRange(20000, 20999));
    assertThat(config.agent().hold()).isEqualTo(Hold.SILENCE);
    assertThat(config.limits().link()).isEqualTo(Duration.ofHours(1));
    assertThat(config.limits().token()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.limits().launch()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.limits().pause()).isEqualTo(Duration.ofMillis(4));
    assertThat(config.http().keys().getFirst().key().reveal()).isEqualTo("s3cret");
    assertThat(config.recording().siprec())
        .containsExactly(new SiprecTarget("main", "sip:recorder@127.0.0.1:5090"));
  }

  @Test
  void aNamedFlowTakesWhatItLeavesOutFromTheShippedDefault() throws IOException {
    Map<String, PciPalFlow> flows =
        load("""
                pciPal:
                  flows:
                    refunds:
                %s
                      linkBy: header
                      currencies: [GBP]
                      initialValues: {Amount_1: "{decimal}"}
                """
                .formatted(TENANT.stripTrailing()))
            .pciPal()
            .flows();

    PciPalFlow shipped = flow("default", BridgeConfig.defaults().pciPal().flows());
    assertThat(flows).containsOnlyKeys("refunds", "default").containsEntry("default", shipped);
    PciPalFlow refunds = flow("refunds", flows);
    assertThat(refunds.tenantName()).isEqualTo("acme");
    assertThat(refunds.linkBy()).isEqualTo(LinkBy.HEADER);
    assertThat(refunds.currencies()).containsExactly("GBP");
    assertThat(refunds.initialValues()).isEqualTo(Map.of("Amount_1", "{decimal}"));
    assertThat(refunds.line()).isEqualTo(shipped.line());
    assertThat(refunds.linkDelay()).isEqualTo(shipped.linkDelay());
  }

  @Test
  void aSecretIsReadFromItsFileWithoutTheLastLineEnd() throws IOException {
    Path secret = Files.writeString(directory.resolve("token"), "from-file\n");

    assertThat(load("agent:\n  authToken: ${file:%s}\n".formatted(secret)).agent().authToken())
        .extracting(value -> value.reveal())
        .isEqualTo("from-file");
  }

  @Test
  void printingTheConfigurationShowsNoSecret() throws IOException {
    BridgeConfig config = load("agent:\n  authToken: ${env:TOKEN}\n");

    assertThat(config.agent().authToken().reveal()).isEqualTo("s3cret");
    assertThat(config.toString()).contains("[secret]").doesNotContain("s3cret");
  }

  @Test
  void aComplaintAboutASecretDoesNotRepeatIt() {
    assertThatThrownBy(() -> load("agent:\n  authToken: hunter2\n"))
        .hasMessage(
            file()
                + ":2: agent.authToken: a secret is not written here; name one by ${env:NAME} or"
                + " ${file:PATH}");
    assertThatThrownBy(() -> load("agent: \"hunter2\n"))
        .hasMessageStartingWith(file() + ":2: not YAML: ")
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void everyProblemIsToldAtOnceInTheFilesOrder() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    agent:
                      tarjet: sip:x@127.0.0.1
                      hold: maybe
                    sip:
                      port: 70000
                    sip:
                      port: 5060
                    limits:
                      pause: soon
                    pciPal:
                      flows:
                        cards:
                          flowId: "9"
                          maxAmount: 0
                    """))
        .isInstanceOf(ConfigError.class)
        .hasMessage(
            """
            F:2: agent.tarjet: unknown key; did you mean agent.target?
            F:3: agent.hold: want reinvite or silence, not 'maybe'
            F:5: sip.port: want a port from 1 to 65535, not 70000
            F:6: sip: said before, at line 4
            F:9: limits.pause: want a duration, as 200ms, 5s, 10m or 1h, not 'soon'
            F:12: pciPal.flows.cards.tenantName: is needed
            F:12: pciPal.flows.cards.username: is needed
            F:12: pciPal.flows.cards.clientId: is needed
            F:12: pciPal.flows.cards.clientSecret: is needed
            F:14: pciPal.flows.cards.maxAmount: want 1 or more, not 0"""
                .replace("F:", file() + ":"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          # unknown keys
          porto: 1              | porto: unknown key; the file has node, sip, media, agent, pciPal, recording, http, callbacks, journal, limits
          target: x             | target: unknown key; did you mean agent.target?
          sip: {colour: red}    | sip.colour: unknown key; sip has host, port, userAgent
          sip: {Port: 5060}     | sip.Port: unknown key; did you mean sip.port?
          sip: {clientId: x}    | sip.clientId: unknown key; did you mean pciPal.flows.default.clientId?
          http: {keys: [{nam: x, role: agent, key: ""}]} | http.keys[0].name: is missing
          # shapes
          sip: 5060             | sip: want keys below it, not a value
          sip: [5060]           | sip: want keys below it, not a list
          sip: {port: [1]}      | sip.port: want one value, not a list
          sip: {port: {a: 1}}   | sip.port: want one value, not keys below it
          sip: {port: }         | sip.port: has no value; write "" where you mean none
          http: {keys: x}       | http.keys: want a list; [] is the empty one
          sip: &a {port: 1}     | sip: anchors and aliases are not read; say the value again
          {[a]: 1}              | a key must be a plain word
          # values
          sip: {port: many}     | sip.port: want a whole number, not 'many'
          sip: {port: 5060.5}   | sip.port: want a whole number, not '5060.5'
          sip: {port: 99999999999} | sip.port: want a whole number, not '99999999999'
          media: {ports: 16384} | media.ports: want a range of ports, as 16384-32767, not '16384'
          media: {ports: 16385-32767} | media.ports: want an even low port from 1024 up, and room above it, not '16385-32767'
          limits: {pause: 2}    | limits.pause: want a duration, as 200ms, 5s, 10m or 1h, not '2'
          limits: {pause: 0s}   | limits.pause: want more than nothing
          limits: {calls: 0}    | limits.calls: want 1 or more, not 0
          pciPal: {callbackBase: "a b"} | pciPal.callbackBase: want a URL, not 'a b'
          node: "${env:TOKEN}"  | node: only secrets are read from references; say the value
          # secrets
          agent: {authToken: "${env:NONE}"} | agent.authToken: the environment variable NONE is not set
          agent: {authToken: "${file:/no/such}"} | agent.authToken: the file /no/such cannot be read
          agent: {authToken: "${env:SPLIT}"} | agent.authToken: holds a line break or another control character
          # sense
          node: a b             | node: want letters, digits, dots and dashes, not 'a b'
          sip: {host: 0.0.0.0}  | sip.host: want one address of this machine, as 192.0.2.7, not '0.0.0.0'
          media: {host: bridge} | media.host: want one address of this machine, as 192.0.2.7, not 'bridge'
          media: {loops: 0}     | media.loops: want 1 or more, not 0
          sip: {port: 20000}    | sip.port: 20000 lies within media.ports
          agent: {target: 5070} | agent.target: want a SIP URI, as sip:agent@192.0.2.7:5060, not '5070'
          agent: {digestRealm: a, digestUser: b} | agent.digestPassword: is needed
          agent: {externalEventsUrl: "http://127.0.0.1/e", externalEventsKey: "${env:TOKEN}", accountId: a} | agent.projectId: is needed
          agent: {externalEventsUrl: "http://api.example.com/e", externalEventsKey: "${env:TOKEN}", accountId: a, projectId: b} | agent.externalEventsUrl: want https; plain HTTP is for loopback only
          pciPal: {callbackBase: "ftp://127.0.0.1"} | pciPal.callbackBase: want a URL, as https://example.com/path, not 'ftp://127.0.0.1'
          pciPal: {callbackBase: "http://192.0.2.7"} | pciPal.callbackBase: want https; plain HTTP is for loopback only
          pciPal: {flows: {default: {linkTone: 20ms}}} | pciPal.flows.default.linkTone: want 40ms or more, or the line may not hear it
          pciPal: {flows: {default: {linkHeader: "X Y"}}} | pciPal.flows.default.linkHeader: want a header's name, not 'X Y'
          pciPal: {flows: {default: {callback: other}}} | pciPal.flows.default.callback: no shape is called "other"; there is: hmcts
          pciPal: {flows: {default: {currencies: [USDX]}}} | pciPal.flows.default.currencies: want currencies of ISO 4217, as [USD, GBP], not [USDX]
          pciPal: {flows: {default: {initialValues: {a: "{amout}"}}}} | pciPal.flows.default.initialValues.a: nothing is called {amout}; there is [amount, callback, currency, decimal, reference]
          http: {host: 0.0.0.0} | http.host: plain HTTP is for loopback only, as 127.0.0.1, not '0.0.0.0'; put a TLS proxy before it
          callbacks: {host: 192.0.2.7} | callbacks.host: plain HTTP is for loopback only, as 127.0.0.1, not '192.0.2.7'; put a TLS proxy before it
          callbacks: {port: 8080} | callbacks.port: 8080 is the port of http as well
          http: {keys: [{name: a, role: agent, key: ""}]} | http.keys[0].key: is needed
          http: {keys: [{name: a, role: boss, key: ""}]} | http.keys[0].role: want agent or operator or assessor, not 'boss'
          http: {keys: [{name: a, role: agent, key: "${env:TOKEN}"}, {name: b, role: agent, key: "${env:TOKEN}"}]} | http.keys[1].key: is another key's as well
          recording: {siprec: [{name: a, target: "sip:a@h"}, {name: a, target: "sip:b@h"}]} | recording.siprec[1].name: names another recorder already
          journal: {file: ""}   | journal.file: is needed
          """)
  void whatIsWrongIsSaidInASentence(String text, String complaint) {
    assertThatThrownBy(() -> load(text))
        .isInstanceOf(ConfigError.class)
        .message()
        .contains(file() + ":1: " + complaint);
  }

  @Test
  void aMissingFileIsSaidInASentence() {
    assertThatThrownBy(() -> BridgeConfig.load(file()))
        .isInstanceOf(ConfigError.class)
        .hasMessage(file() + ": there is no such file");
  }

  private BridgeConfig load(String text) throws IOException {
    Files.writeString(file(), text);
    return new ConfigLoader(Map.of("TOKEN", "s3cret", "SPLIT", "a\r\nb")::get).load(file());
  }

  private static PciPalFlow flow(String name, Map<String, PciPalFlow> flows) {
    return Objects.requireNonNull(flows.get(name));
  }

  private Path file() {
    return directory.resolve("own.yaml");
  }

  private static Object read(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static void collectKeys(Object said, String prefix, Set<String> into) {
    if (said instanceof Map<?, ?> section) {
      section.forEach(
          (key, value) -> {
            if (!prefix.equals("pciPal.flows.")) {
              into.add(prefix + key);
            }
            collectKeys(value, prefix + key + ".", into);
          });
    }
  }

  /// The keys of the commented entry that stands above a list.
  private static Set<String> example(String list, Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int end = lines.indexOf("  " + list + ": []");
    Set<String> keys = new HashSet<>();
    for (int i = end - 1; lines.get(i).matches("  #   [- ] \\w+: .*"); i--) {
      keys.add(lines.get(i).replaceAll("  #   [- ] (\\w+): .*", "$1"));
    }
    return keys;
  }

  private static Set<String> componentsOf(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(component -> component.getName())
        .collect(Collectors.toSet());
  }
}

package io.hushbridge.control.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.Call;
import java.io.StringReader;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RecordingMetadataTest {
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:recording:1";
  private static final Instant BEGUN = Instant.parse("2026-05-04T12:00:00.250Z");
  private static final Instant LATER = BEGUN.plus(Duration.ofSeconds(42));

  private static RecordingMetadata metadata(String caller) {
    Call call = new Call("c-1f0a", caller, "8000", "trunk");
    return RecordingMetadata.of(call, List.of("1", "2"), "127.0.0.1", BEGUN, new Random(7));
  }

  private static Document parsed(RecordingMetadata metadata) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(metadata.xml())));
  }

  private static List<Element> all(Document document, String name) {
    NodeList nodes = document.getElementsByTagNameNS(NAMESPACE, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static Element only(Document document, String name) {
    assertThat(all(document, name)).hasSize(1);
    return all(document, name).getFirst();
  }

  private static String text(Element within, String name) {
    return within.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
  }

  private static List<String> children(Node node) {
    List<String> names = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      names.add(child.getLocalName());
    }
    return names;
  }

  @Test
  void itIsACompleteSnapshotInTheOrderOfTheSchema() throws Exception {
    Document document = parsed(metadata("+15550100"));

    assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(NAMESPACE);
    assertThat(children(document.getDocumentElement()))
        .containsExactly(
            "datamode",
            "session",
            "participant",
            "participant",
            "stream",
            "stream",
            "sessionrecordingassoc",
            "participantsessionassoc",
            "participantsessionassoc",
            "participantstreamassoc",
            "participantstreamassoc");
    assertThat(only(document, "datamode").getTextContent()).isEqualTo("complete");
  }

  @Test
  void theSessionIsKnownByOurCallId() throws Exception {
    assertThat(only(parsed(metadata("+15550100")), "sipSessionID").getTextContent())
        .isEqualTo("c-1f0a");
  }

  @Test
  void everyIdIsSixteenBytesInBase64AndNoTwoAreTheSame() throws Exception {
    Document document = parsed(metadata("+15550100"));
    List<String> ids = new ArrayList<>();
    all(document, "session").forEach(it -> ids.add(it.getAttribute("session_id")));
    all(document, "participant").forEach(it -> ids.add(it.getAttribute("participant_id")));
    all(document, "stream").forEach(it -> ids.add(it.getAttribute("stream_id")));

    assertThat(ids)
        .hasSize(5)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(Base64.getDecoder().decode(id)).hasSize(16));
  }

  @Test
  void eachSpeakerSendsTheStreamOfItsLabel() throws Exception {
    Document document = parsed(metadata("+15550100"));

    assertThat(labelOfSpeaker(document, "sip:+15550100@127.0.0.1")).isEqualTo("1");
    assertThat(labelOfSpeaker(document, "sip:8000@127.0.0.1")).isEqualTo("2");
  }

  private static String labelOfSpeaker(Document document, String address) {
    String participant =
        all(document, "participant").stream()
            .filter(it -> nameId(it).getAttribute("aor").equals(address))
            .map(it -> it.getAttribute("participant_id"))
            .findFirst()
            .orElseThrow();
    String stream =
        all(document, "participantstreamassoc").stream()
            .filter(it -> it.getAttribute("participant_id").equals(participant))
            .map(it -> text(it, "send"))
            .findFirst()
            .orElseThrow();
    return all(document, "stream").stream()
        .filter(it -> it.getAttribute("stream_id").equals(stream))
        .map(it -> text(it, "label"))
        .findFirst()
        .orElseThrow();
  }

  private static Element nameId(Element participant) {
    return (Element) participant.getElementsByTagNameNS(NAMESPACE, "nameID").item(0);
  }

  @Test
  void everyReferenceMeetsItsId() throws Exception {
    Document document = parsed(metadata("+15550100"));
    String session = only(document, "session").getAttribute("session_id");

    for (String name : List.of("stream", "sessionrecordingassoc", "participantsessionassoc")) {
      assertThat(all(document, name))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it.getAttribute("session_id")).isEqualTo(session));
    }
  }

  @Test
  void aPauseDisassociatesAndAResumeAssociatesAnew() throws Exception {
    RecordingMetadata paused = metadata("+15550100").pausedFrom(LATER);
    Document whilePaused = parsed(paused);
    Document afterwards = parsed(paused.speakingFrom(LATER.plusSeconds(60)));

    assertThat(times(whilePaused, "disassociate-time")).containsExactly(LATER, LATER);
    assertThat(times(whilePaused, "associate-time")).containsOnly(BEGUN);
    assertThat(times(afterwards, "disassociate-time")).isEmpty();
    assertThat(times(afterwards, "associate-time")).contains(BEGUN, LATER.plusSeconds(60));
    assertThat(only(whilePaused, "session").getAttribute("session_id"))
        .isEqualTo(only(afterwards, "session").getAttribute("session_id"));
  }

  @Test
  void aSecondPauseKeepsTheTimeOfTheFirst() throws Exception {
    RecordingMetadata paused = metadata("+15550100").pausedFrom(LATER);

    assertThat(times(parsed(paused.pausedFrom(LATER.plusSeconds(1))), "disassociate-time"))
        .containsOnly(LATER);
  }

  /// Read as a date and time with a zone, or the test fails.
  private static List<Instant> times(Document document, String name) {
    return all(document, name).stream()
        .map(it -> OffsetDateTime.parse(it.getTextContent()).toInstant())
        .toList();
  }

  @Test
  void aHostileCallerIsOnlyAnAddress() throws Exception {
    String hostile = "\"><evil/>&lt;&#0;\u0000\u0001\ud83d\ude00\ud83d ]]> @;\r\n<!--";
    Document document = parsed(metadata(hostile));

    assertThat(all(document, "evil")).isEmpty();
    assertThat(all(document, "participant")).hasSize(2);
    String address = nameId(all(document, "participant").getFirst()).getAttribute("aor");
    assertThat(address).matches("sip:[A-Za-z0-9.+*_%-]+@127\\.0\\.0\\.1");
    String user = address.substring("sip:".length(), address.lastIndexOf('@'));
    assertThat(URLDecoder.decode(user, UTF_8)).isEqualTo(hostile.replace("\ud83d ]", "? ]"));
  }

  @Test
  void aCallerWithoutANumberIsAnonymous() throws Exception {
    assertThat(nameId(all(parsed(metadata(" ")), "participant").getFirst()).getAttribute("aor"))
        .isEqualTo("sip:anonymous@127.0.0.1");
  }
}

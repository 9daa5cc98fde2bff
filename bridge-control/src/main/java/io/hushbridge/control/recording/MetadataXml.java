package io.hushbridge.control.recording;

import io.hushbridge.control.recording.RecordingMetadata.Speaker;
import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes metadata, its elements in the order of the schema of RFC 7865 §9. An `Instant` prints as
/// an `xs:dateTime` in UTC.
final class MetadataXml {
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:recording:1";
  private final XMLStreamWriter xml;

  private MetadataXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(RecordingMetadata metadata) {
    StringWriter text = new StringWriter(2048);
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new MetadataXml(xml).write(metadata);
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IllegalStateException(unwritable); // memory takes all that is written to it
    }
    return text.toString();
  }

  private void write(RecordingMetadata metadata) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("recording");
    xml.writeDefaultNamespace(NAMESPACE);
    leaf("datamode", "complete");
    session(metadata);
    for (Speaker speaker : metadata.speakers()) {
      participant(speaker);
    }
    for (Speaker speaker : metadata.speakers()) {
      stream(metadata, speaker);
    }
    recordedIn(metadata);
    for (Speaker speaker : metadata.speakers()) {
      presentIn(metadata, speaker);
    }
    for (Speaker speaker : metadata.speakers()) {
      heardIn(metadata, speaker);
    }
    xml.writeEndDocument();
  }

  private void session(RecordingMetadata metadata) throws XMLStreamException {
    start("session", "session_id", metadata.id());
    leaf("sipSessionID", metadata.callId());
    time("start-time", metadata.begun());
    xml.writeEndElement();
  }

  private void participant(Speaker speaker) throws XMLStreamException {
    start("participant", "participant_id", speaker.id());
    start("nameID", "aor", speaker.address());
    leaf("name", speaker.name());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void stream(RecordingMetadata metadata, Speaker speaker) throws XMLStreamException {
    start("stream", "stream_id", speaker.streamId());
    xml.writeAttribute("session_id", metadata.id());
    leaf("label", speaker.label());
    xml.writeEndElement();
  }

  private void recordedIn(RecordingMetadata metadata) throws XMLStreamException {
    start("sessionrecordingassoc", "session_id", metadata.id());
    time("associate-time", metadata.begun());
    xml.writeEndElement();
  }

  private void presentIn(RecordingMetadata metadata, Speaker speaker) throws XMLStreamException {
    start("participantsessionassoc", "participant_id", speaker.id());
    xml.writeAttribute("session_id", metadata.id());
    time("associate-time", metadata.begun());
    xml.writeEndElement();
  }

  private void heardIn(RecordingMetadata metadata, Speaker speaker) throws XMLStreamException {
    start("participantstreamassoc", "participant_id", speaker.id());
    leaf("send", speaker.streamId());
    time("associate-time", metadata.speakingSince());
    if (metadata.pausedAt().isPresent()) {
      time("disassociate-time", metadata.pausedAt().get());
    }
    xml.writeEndElement();
  }

  private void start(String name, String attribute, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute(attribute, value);
  }

  private void time(String name, Instant value) throws XMLStreamException {
    leaf(name, value.toString());
  }

  private void leaf(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

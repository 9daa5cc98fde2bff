package io.hushbridge.sim;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What a recorder reads in the metadata of a session (RFC 7865).
///
/// @param participants how many speak
/// @param streams how many streams there are
/// @param silent how many participants no longer send a stream: disassociated (RFC 7865 §6.8)
record Metadata(int participants, int streams, int silent) {
  private static final String NAMESPACE = "urn:ietf:params:xml:ns:recording:1";

  /// Whether every speaker has left the streams: the session says that it is paused.
  boolean paused() {
    return participants > 0 && silent == participants;
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException where it is none of RFC 7865
  static Metadata read(String xml) {
    Document document = parse(xml);
    if (!"recording".equals(document.getDocumentElement().getLocalName())) {
      throw new IllegalArgumentException("metadata that is no recording's");
    }
    return new Metadata(
        count(document, "participant"),
        count(document, "stream"),
        count(document, "disassociate-time"));
  }

  private static Document parse(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException("metadata that cannot be read", e);
    }
  }

  private static int count(Document document, String element) {
    return document.getElementsByTagNameNS(NAMESPACE, element).getLength();
  }
}

package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML 1.0 to a tree of [XmlElement]; document types are not read, and nothing outside the text is
/// ever opened.
public final class Xml {

  /// An element whose end has not been seen.
  private record Open(
      String name,
      SequencedMap<String, String> attributes,
      List<XmlElement> children,
      StringBuilder text,
      Position start) {
    XmlElement close() {
      return new XmlElement(name, attributes, children, text.toString(), start);
    }
  }

  private final String where;
  private final XMLStreamReader reader;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<XmlElement> root = Optional.empty();

  private Xml(String where, XMLStreamReader reader) {
    this.where = where;
    this.reader = reader;
  }

  /// Reads one document, in the encoding it declares, and gives its root.
  ///
  /// @throws FormatException when it is not well-formed, uses an entity beyond the five of XML, or
  ///   is larger than 64 MiB or nested deeper than 512
  public static XmlElement parse(String where, byte[] text) throws FormatException {
    try {
      Xml xml = new Xml(where, reader(XmlText.decode(where, text, CodingErrorAction.REPORT)));
      xml.document();
      return xml.root.orElseThrow(() -> xml.wrong("no element"));
    } catch (XMLStreamException e) {
      Position at = e.getLocation() == null ? Position.START : position(e.getLocation());
      throw InputText.wrong(where, at, "not valid XML: " + firstLine(e), "");
    }
  }

  /// What stands before the first error of a document that [#parse] may refuse; elements without an
  /// end have no text. Empty when not even one element begins.
  public static Optional<XmlElement> beforeError(byte[] text) {
    try {
      Xml xml = new Xml("", reader(XmlText.decode("", text, CodingErrorAction.REPLACE)));
      try {
        xml.document();
      } catch (XMLStreamException | FormatException e) {
        xml.open.forEach(each -> each.text.setLength(0));
        while (!xml.open.isEmpty()) {
          xml.end();
        }
      }
      return xml.root;
    } catch (XMLStreamException | FormatException e) {
      return Optional.empty();
    }
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The platform's own limit of 100 gives way to the one all formats share.
    factory.setProperty("jdk.xml.maxElementDepth", 0);
    return factory.createXMLStreamReader(new StringReader(text));
  }

  private void document() throws XMLStreamException, FormatException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() == InputText.DEPTH_LIMIT) {
            throw wrong("nested deeper than " + InputText.DEPTH_LIMIT);
          }
          open.push(start());
        }
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw wrong("the entity &" + reader.getLocalName() + "; is not known");
        default -> {}
      }
    }
  }

  private void end() {
    XmlElement element = open.pop().close();
    if (open.isEmpty()) {
      root = Optional.of(element);
    } else {
      open.element().children.add(element);
    }
  }

  private Open start() {
    SequencedMap<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new Open(
        reader.getLocalName(),
        attributes,
        new ArrayList<>(),
        new StringBuilder(),
        position(reader.getLocation()));
  }

  private FormatException wrong(String message) {
    return InputText.wrong(where, position(reader.getLocation()), message, "");
  }

  private static Position position(Location location) {
    return new Position(
        Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
  }

  /// The parser puts the place into a first line of its own, and the reason into the second.
  private static String firstLine(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int reason = message.indexOf("Message: ");
    return (reason < 0 ? message : message.substring(reason + 9)).lines().findFirst().orElse("");
  }
}

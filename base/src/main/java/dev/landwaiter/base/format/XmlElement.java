package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One element of an XML document; namespaces are left out of all names.
///
/// @param text all characters directly inside it, joined
/// @param start the place after its start tag
public record XmlElement(
    String name,
    SequencedMap<String, String> attributes,
    List<XmlElement> children,
    String text,
    Position start) {
  public XmlElement {
    attributes = Collections.unmodifiableSequencedMap(attributes);
    children = List.copyOf(children);
  }

  /// The attribute's value, or the empty text.
  public String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /// The first child of that name.
  public Optional<XmlElement> child(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  public List<XmlElement> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /// The first child's text without white space around it, or the empty text.
  public String childText(String childName) {
    return child(childName).map(child -> child.text.strip()).orElse("");
  }

  /// The stripped texts of the children by their names; the last of equal names wins.
  public Map<String, String> childTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    children.forEach(child -> texts.put(child.name, child.text.strip()));
    return texts;
  }
}

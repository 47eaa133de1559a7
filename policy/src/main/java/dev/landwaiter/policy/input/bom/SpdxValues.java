package dev.landwaiter.policy.input.bom;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The values of tags of SPDX as JSON.
final class SpdxValues {
  private static final String REFERENCE = "SPDXRef-";
  private static final Set<String> ALGORITHMS =
      Set.of(
          "SHA1",
          "SHA224",
          "SHA256",
          "SHA384",
          "SHA512",
          "MD2",
          "MD4",
          "MD5",
          "MD6",
          "SHA3-256",
          "SHA3-384",
          "SHA3-512",
          "BLAKE2b-256",
          "BLAKE2b-384",
          "BLAKE2b-512",
          "BLAKE3",
          "ADLER32");

  private final SourceText source;
  private final List<Placed.Members> identified = new ArrayList<>();

  SpdxValues(SourceText source) {
    this.source = source;
  }

  void needsIdentifier(Placed.Members element) {
    identified.add(element);
  }

  List<Placed.Members> withoutIdentifier() {
    return identified.stream().filter(each -> !each.members().containsKey("SPDXID")).toList();
  }

  void put(SpdxField field, Placed.Members members, SpdxTag tag) throws FormatException {
    String text = tag.value();
    switch (field.kind()) {
      case DROPPED -> {}
      case NEEDED -> SpdxReader.put(members, field.json(), Value.of(text), tag);
      case TEXT, NEW_TEXT, CREATION -> {
        if (text.isEmpty() && !field.json().equals("created")) {
          members.members().remove(field.json());
        } else {
          SpdxReader.put(members, field.json(), Value.of(text), tag);
        }
      }
      case LIST -> SpdxReader.add(members, field.json(), leaf(text, tag));
      case CREATORS -> {
        party(tag, Set.of("Person", "Organization", "Tool"));
        SpdxReader.add(members, field.json(), leaf(String.join(": ", halves(tag)), tag));
      }
      case IDENTIFIER ->
          SpdxReader.put(members, field.json(), Value.of(identifier(tag, text)), tag);
      case FLAG -> SpdxReader.put(members, field.json(), Value.of(text.equals("true")), tag);
      case CHECKSUM -> SpdxReader.add(members, field.json(), checksum(tag, text));
      case PARTY -> {
        if (!text.equals("NOASSERTION")) {
          party(tag, Set.of("Person", "Organization"));
        }
        SpdxReader.put(members, field.json(), Value.of(text), tag);
      }
      case CODE -> members.members().put(field.json(), code(tag));
      case REFERENCE -> SpdxReader.add(members, field.json(), reference(tag));
      case REFERENCE_COMMENT -> {
        if (!(members.members().get("externalRefs") instanceof Placed.Elements references)
            || !(references.elements().getLast() instanceof Placed.Members last)) {
          throw source.wrong(tag.from(), "a comment on a reference that is not there", "");
        }
        SpdxReader.put(last, field.json(), Value.of(text), tag);
      }
      case DOCUMENT -> SpdxReader.add(members, field.json(), document(tag));
    }
  }

  private static Placed leaf(String text, SpdxTag tag) {
    return new Placed.Leaf(Value.of(text), tag.from(), tag.to());
  }

  /// What stands before and behind the first colon.
  private List<String> halves(SpdxTag tag) throws FormatException {
    int colon = tag.value().indexOf(':');
    if (colon < 0) {
      throw source.wrong(tag.from(), "the value of " + tag.name() + " has no colon", "");
    }
    return List.of(
        tag.value().substring(0, colon).strip(), tag.value().substring(colon + 1).strip());
  }

  private void party(SpdxTag tag, Set<String> kinds) throws FormatException {
    String kind = halves(tag).getFirst();
    if (!kinds.contains(kind)) {
      throw source.wrong(
          tag.from(), tag.name() + " has an unknown kind " + kind, "known are " + sorted(kinds));
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  /// The identifier of an element of this document or, with `DocumentRef-NAME:` before it, another.
  private String identifier(SpdxTag tag, String text) throws FormatException {
    int colon = text.startsWith("DocumentRef-") ? text.indexOf(':') : -1;
    if (!text.startsWith(REFERENCE, colon + 1) || text.length() == colon + 1 + REFERENCE.length()) {
      throw source.wrong(
          tag.from(), text + " is no identifier of SPDX", "identifiers begin with SPDXRef-");
    }
    return text;
  }

  private Placed checksum(SpdxTag tag, String text) throws FormatException {
    int colon = text.indexOf(':');
    String algorithm = colon < 0 ? text : text.substring(0, colon).strip();
    if (colon < 0 || !ALGORITHMS.contains(algorithm)) {
      throw source.wrong(
          tag.from(), "an unknown kind of checksum " + algorithm, "write, say, SHA256: 00…");
    }
    var checksum = new Placed.Members(tag.from(), tag.to());
    SpdxReader.put(checksum, "algorithm", Value.of(algorithm), tag);
    SpdxReader.put(checksum, "checksumValue", Value.of(text.substring(colon + 1).strip()), tag);
    return checksum;
  }

  private static Placed code(SpdxTag tag) {
    var code = new Placed.Members(tag.from(), tag.to());
    String text = tag.value();
    int excludes = text.indexOf("(excludes:");
    if (excludes >= 0) {
      String rest = text.substring(excludes + "(excludes:".length());
      int end = rest.indexOf(')');
      String file = (end < 0 ? rest : rest.substring(0, end)).strip();
      SpdxReader.add(code, "packageVerificationCodeExcludedFiles", leaf(file, tag));
      text = text.substring(0, excludes).strip();
    }
    SpdxReader.put(code, "packageVerificationCodeValue", Value.of(text), tag);
    return code;
  }

  private List<String> words(SpdxTag tag, int count, String what) throws FormatException {
    List<String> words = List.of(tag.value().strip().split("\\s+", -1));
    if (words.size() != count) {
      throw source.wrong(tag.from(), tag.name() + " is written " + what, "");
    }
    return words;
  }

  private Placed reference(SpdxTag tag) throws FormatException {
    List<String> words = words(tag, 3, "CATEGORY TYPE LOCATOR");
    var reference = new Placed.Members(tag.from(), tag.to());
    SpdxReader.put(reference, "referenceCategory", Value.of(words.get(0)), tag);
    SpdxReader.put(reference, "referenceType", Value.of(words.get(1)), tag);
    SpdxReader.put(reference, "referenceLocator", Value.of(words.get(2)), tag);
    return reference;
  }

  private Placed document(SpdxTag tag) throws FormatException {
    String[] words = tag.value().strip().split("\\s+", 3);
    if (words.length != 3) {
      throw source.wrong(tag.from(), tag.name() + " is written DocumentRef-NAME URI CHECKSUM", "");
    }
    var document = new Placed.Members(tag.from(), tag.to());
    SpdxReader.put(document, "externalDocumentId", Value.of(words[0]), tag);
    SpdxReader.put(document, "spdxDocument", Value.of(words[1]), tag);
    document.members().put("checksum", checksum(tag, words[2]));
    return document;
  }

  Placed.Members relationship(SpdxTag tag) throws FormatException {
    List<String> words = words(tag, 3, "ELEMENT TYPE ELEMENT");
    String right = words.get(2);
    boolean special = right.equals("NONE") || right.equals("NOASSERTION");
    var relationship = new Placed.Members(tag.from(), tag.to());
    SpdxReader.put(relationship, "spdxElementId", Value.of(identifier(tag, words.get(0))), tag);
    SpdxReader.put(
        relationship,
        "relatedSpdxElement",
        Value.of(special ? right : identifier(tag, right)),
        tag);
    SpdxReader.put(relationship, "relationshipType", Value.of(words.get(1)), tag);
    return relationship;
  }

  Placed.Members annotation(SpdxTag tag) throws FormatException {
    party(tag, Set.of("Person", "Organization", "Tool"));
    var annotation = new Placed.Members(tag.from(), tag.to());
    SpdxReader.put(annotation, "annotator", Value.of(String.join(": ", halves(tag))), tag);
    for (String name : List.of("annotationDate", "annotationType", "comment")) {
      SpdxReader.put(annotation, name, Value.of(""), tag);
    }
    return annotation;
  }
}

package dev.landwaiter.policy.input.bom;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sorts tags into the packages, files and licenses that they belong to.
final class SpdxReader {
  private static final Set<String> VERSIONS = Set.of("SPDX-2.1", "SPDX-2.2", "SPDX-2.3");

  private final SourceText source;
  private final Placed.Members document;
  private final Placed.Members creation;
  private final SpdxValues values;
  private boolean newest = true;
  private SpdxSection section = SpdxSection.CREATION;

  /// What the next tags tell about.
  private Placed.Members current;

  private Optional<Placed.Members> owner = Optional.empty();
  private Placed.Members relationship;
  private Placed.Members annotation;

  SpdxReader(SourceText source) {
    this.source = source;
    values = new SpdxValues(source);
    document = new Placed.Members(0, source.text().length());
    creation = new Placed.Members(0, 0);
    current = document;
    relationship = new Placed.Members(0, 0);
    annotation = new Placed.Members(0, 0);
  }

  Placed document(List<SpdxTag> tags) throws FormatException {
    String version =
        tags.stream()
            .filter(tag -> tag.name().equals("SPDXVersion"))
            .findFirst()
            .map(SpdxTag::value)
            .orElse("");
    if (!VERSIONS.contains(version)) {
      throw source.wrong(
          0,
          version.isEmpty()
              ? "there is no tag SPDXVersion"
              : "the version " + version + " of SPDX is not read",
          "versions 2.1 to 2.3 in the tag-value format are; SPDX in JSON is plain json");
    }
    newest = version.equals("SPDX-2.3");
    start(tags);
    for (SpdxTag tag : tags) {
      tag(tag);
    }
    for (Placed.Members each : values.withoutIdentifier()) {
      throw source.wrong(each.from(), "a package or file without its SPDXID", "");
    }
    return document;
  }

  private void start(List<SpdxTag> tags) {
    var first = tags.getFirst();
    put(document, "spdxVersion", Value.of("SPDX-2.3"), first);
    for (String name : List.of("dataLicense", "name", "documentNamespace")) {
      put(document, name, Value.of(""), first);
    }
    put(document, "SPDXID", Value.of("SPDXRef-"), first);
    document.members().put("creationInfo", creation);
    put(creation, "creators", NullValue.NULL, first);
    put(creation, "created", Value.of(""), first);
  }

  static void put(Placed.Members members, String name, Value value, SpdxTag tag) {
    members.members().put(name, new Placed.Leaf(value, tag.from(), tag.to()));
  }

  private void tag(SpdxTag tag) throws FormatException {
    if (opens(tag) || shared(tag)) {
      return;
    }
    SpdxField field = section.fields().get(tag.name());
    if (field == null || (field.onlyNewest() && !newest)) {
      throw source.wrong(
          tag.from(), "unknown tag " + tag.name() + " in the section " + section.title(), "");
    }
    values.put(field, field.isOfCreation() ? creation : current, tag);
  }

  /// Tags that begin something of their own.
  private boolean opens(SpdxTag tag) {
    switch (tag.name()) {
      case "PackageName" -> {
        begin(SpdxSection.PACKAGE, document, "packages", tag);
        owner = Optional.of(current);
        named("name", tag);
        put(current, "downloadLocation", Value.of(""), tag);
        put(current, "filesAnalyzed", BooleanValue.TRUE, tag);
        if (!newest) {
          var code = new Placed.Members(tag.from(), tag.to());
          put(code, "packageVerificationCodeValue", Value.of(""), tag);
          current.members().put("packageVerificationCode", code);
        }
      }
      case "FileName" -> {
        begin(SpdxSection.FILE, owner.orElse(document), "files", tag);
        named("fileName", tag);
        put(current, "checksums", NullValue.NULL, tag);
        put(current, "copyrightText", Value.of(""), tag);
      }
      case "LicenseID" -> {
        begin(SpdxSection.LICENSE, document, "hasExtractedLicensingInfos", tag);
        put(current, "licenseId", Value.of(tag.value()), tag);
        put(current, "extractedText", Value.of(""), tag);
      }
      case "SnippetSPDXID" -> dropped(SpdxSection.SNIPPET, tag);
      case "Reviewer" -> dropped(SpdxSection.REVIEW, tag);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void begin(SpdxSection next, Placed.Members parent, String list, SpdxTag tag) {
    section = next;
    current = new Placed.Members(tag.from(), tag.to());
    add(parent, list, current);
  }

  private void named(String field, SpdxTag tag) {
    put(current, field, Value.of(tag.value()), tag);
    values.needsIdentifier(current);
  }

  /// The original's JSON form has no snippets and no reviews.
  private void dropped(SpdxSection next, SpdxTag tag) {
    section = next;
    current = new Placed.Members(tag.from(), tag.to());
  }

  static void add(Placed.Members members, String list, Placed element) {
    Map<String, Placed> all = members.members();
    if (!(all.get(list) instanceof Placed.Elements)) {
      all.put(list, new Placed.Elements(element.from(), element.to()));
    }
    if (all.get(list) instanceof Placed.Elements elements) {
      elements.elements().add(element);
    }
  }

  /// Tags that may stand anywhere.
  private boolean shared(SpdxTag tag) throws FormatException {
    switch (tag.name()) {
      case "Relationship" -> {
        relationship = values.relationship(tag);
        add(document, "relationships", relationship);
      }
      case "RelationshipComment" -> put(relationship, "comment", Value.of(tag.value()), tag);
      case "Annotator" -> {
        annotation = values.annotation(tag);
        add(document, "annotations", annotation);
      }
      case "AnnotationDate" -> put(annotation, "annotationDate", Value.of(tag.value()), tag);
      case "AnnotationType" -> put(annotation, "annotationType", Value.of(tag.value()), tag);
      case "AnnotationComment" -> put(annotation, "comment", Value.of(tag.value()), tag);
      case "SPDXREF" -> {}
      default -> {
        return false;
      }
    }
    return true;
  }
}

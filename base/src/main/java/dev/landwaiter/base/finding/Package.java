package dev.landwaiter.base.finding;

import java.util.List;

/// One package of an artifact, of a distribution or of a language.
///
/// @param id unique inside its result where the type has such ids, else empty
/// @param arch the architecture as its database writes it, or empty
public record Package(
    String id,
    String name,
    Evr evr,
    String arch,
    Source source,
    List<String> licenses,
    Provenance provenance,
    Relations relations,
    Place place,
    Identifier identifier) {

  public Package {
    licenses = List.copyOf(licenses);
  }

  /// A language package as the analyzers make it.
  public static Package language(
      String id, String name, String version, List<String> licenses, String analyzer) {
    return new Package(
        id,
        name,
        Evr.of(version),
        "",
        Source.NONE,
        licenses,
        Provenance.by(analyzer),
        Relations.NONE,
        Place.NONE,
        Identifier.NONE);
  }

  /// `[EPOCH:]VERSION[-RELEASE]`.
  public String version() {
    return evr.text();
  }

  public String filePath() {
    return place.filePath();
  }

  public Layer layer() {
    return place.layer();
  }

  public Package withId(String newId) {
    return new Package(
        newId, name, evr, arch, source, licenses, provenance, relations, place, identifier);
  }

  public Package withLicenses(List<String> newLicenses) {
    return new Package(
        id, name, evr, arch, source, newLicenses, provenance, relations, place, identifier);
  }

  public Package withProvenance(Provenance newProvenance) {
    return new Package(
        id, name, evr, arch, source, licenses, newProvenance, relations, place, identifier);
  }

  public Package withRelations(Relations newRelations) {
    return new Package(
        id, name, evr, arch, source, licenses, provenance, newRelations, place, identifier);
  }

  public Package withPlace(Place newPlace) {
    return new Package(
        id, name, evr, arch, source, licenses, provenance, relations, newPlace, identifier);
  }

  public Package withIdentifier(Identifier newIdentifier) {
    return new Package(
        id, name, evr, arch, source, licenses, provenance, relations, place, newIdentifier);
  }
}

package dev.landwaiter.inventory.database.dpkg;

import dev.landwaiter.base.finding.BuildInfo;
import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Identifier;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Place;
import dev.landwaiter.base.finding.Provenance;
import dev.landwaiter.base.finding.Relations;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.inventory.database.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a paragraph says of one installed package, before its dependencies are known.
record DpkgPackage(Stanza stanza, Evr evr, Source source) {
  private static final Set<String> GONE = Set.of("deinstall", "purge");
  private static final Set<String> WITHOUT_FILES = Set.of("not-installed", "config-files");

  private static final List<String> THIRD_PARTIES =
      List.of(
          "support@docker.com",
          "@nvidia.com",
          "Google Cloud CLI Authors",
          "sapmachine@sap.com",
          "@hashicorp.com",
          "@microsoft.com",
          "@mongodb.com",
          "developers@lists.mariadb.org",
          "dev@couchdb.apache.org",
          "info@elastic.co",
          "nginx-packaging@f5.com",
          "@konghq.com",
          "@cloudflare.com",
          "support@influxdb.com",
          "support@gitlab.com",
          "contact@grafana.com",
          "@datadoghq.com",
          "@nodesource.com",
          "info@tailscale.com",
          "@openrobotics.org",
          "@osrfoundation.org");

  /// Whether the package has files on disk. Packages that are unpacked but not configured have; a
  /// paragraph without status, as images without dpkg have it, is of an installed package.
  static boolean isInstalled(Stanza stanza) {
    List<String> words = List.of(stanza.field("status").split("\\s+", -1));
    return words.stream().noneMatch(GONE::contains) && !WITHOUT_FILES.contains(words.getLast());
  }

  String name() {
    return stanza.field("package");
  }

  String id() {
    return name() + "@" + stanza.field("version");
  }

  boolean thirdParty() {
    String maintainer = stanza.field("maintainer");
    return maintainer.equals("GitHub")
        || maintainer.equals("HashiCorp")
        || THIRD_PARTIES.stream().anyMatch(maintainer::contains);
  }

  /// The names in `Depends`, all alternatives. An architecture behind a name (`python3:any`) stays,
  /// so that such an edge is lost: it enters the package's hash, which has to equal Trivy's.
  List<String> needs() {
    List<String> names = new ArrayList<>();
    for (String alternative : stanza.field("depends").split("[,|]", -1)) {
      int version = alternative.indexOf('(');
      String name = (version < 0 ? alternative : alternative.substring(0, version)).strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  Package toPackage(DpkgFiles files, List<String> dependsOn, String analyzer)
      throws DatabaseException {
    boolean thirdParty = thirdParty();
    var provenance =
        new Provenance(
            stanza.field("maintainer"),
            thirdParty ? Provenance.THIRD_PARTY : Provenance.OFFICIAL,
            "",
            BuildInfo.NONE,
            files.digest(id()),
            analyzer);
    String arch = stanza.field("architecture");
    return new Package(
        id(),
        name(),
        evr,
        arch,
        source,
        List.of(),
        provenance,
        Relations.dependingOn(dependsOn),
        thirdParty ? Place.NONE : Place.owning(files.installed(name(), arch)),
        Identifier.NONE);
  }
}

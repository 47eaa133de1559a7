package dev.landwaiter.inventory.run;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.LanguageType;
import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.PackageUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Package URLs of packages (package-url specification, "types").
final class PackageUrls {
  private PackageUrls() {}

  /// The URL of a distribution's package; empty where the family has no URL type.
  static Optional<PackageUrl> of(OperatingSystem os, Package pkg) {
    Kind kind = kind(os.family());
    if (kind == Kind.NONE || pkg.name().isEmpty()) {
      return Optional.empty();
    }
    var qualifiers = new TreeMap<String, String>();
    qualifiers.put("arch", pkg.arch());
    if (pkg.evr().epoch() != 0) {
      qualifiers.put("epoch", Integer.toString(pkg.evr().epoch()));
    }
    String distro = kind == Kind.APK ? os.name() : os.family() + "-" + os.name();
    qualifiers.put("distro", os.name().isEmpty() ? "" : distro);
    if (kind == Kind.RPM) {
      qualifiers.put("modularitylabel", pkg.provenance().modularityLabel());
    }
    String name = kind == Kind.APK ? pkg.name().toLowerCase(Locale.ROOT) : pkg.name();
    String version = new Evr(0, pkg.evr().version(), pkg.evr().release()).text();
    return Optional.of(
        new PackageUrl(
            kind.name().toLowerCase(Locale.ROOT),
            namespace(kind, os.family()),
            name,
            version,
            qualifiers,
            ""));
  }

  private enum Kind {
    APK,
    DEB,
    RPM,
    BOTTLEROCKET,
    NONE
  }

  private static Kind kind(String family) {
    return switch (family) {
      case "alpine", "wolfi", "chainguard", "minimos" -> Kind.APK;
      case "debian", "ubuntu", "echo" -> Kind.DEB;
      case "redhat",
          "centos",
          "centos-stream",
          "rocky",
          "alma",
          "amazon",
          "fedora",
          "oracle",
          "photon",
          "azurelinux",
          "cbl-mariner",
          "coreos",
          "sles",
          "slem",
          "opensuse",
          "opensuse-leap",
          "opensuse-tumbleweed" ->
          Kind.RPM;
      case "bottlerocket" -> Kind.BOTTLEROCKET;
      default -> Kind.NONE;
    };
  }

  private static String namespace(Kind kind, String family) {
    if (kind == Kind.BOTTLEROCKET) {
      return "";
    }
    return switch (family) {
      case "sles", "slem" -> "suse";
      case "opensuse-leap", "opensuse-tumbleweed" -> "opensuse";
      default -> family;
    };
  }

  /// The URL of a language's package; empty where the type has none.
  static Optional<PackageUrl> of(LanguageType type, Package pkg) {
    if (pkg.name().isEmpty()) {
      return Optional.empty();
    }
    String name = pkg.name();
    String version = pkg.version();
    return switch (type) {
      case JAR, POM, GRADLE, SBT -> Optional.of(split("maven", name, name.indexOf(':'), version));
      case NPM, YARN, PNPM, BUN, NODE_PKG, JAVASCRIPT ->
          Optional.of(split("npm", lower(name), name.lastIndexOf('/'), version));
      case PIP, PIPENV, POETRY, UV, PYLOCK, PYTHON_PKG ->
          Optional.of(new PackageUrl("pypi", "", lower(name).replace('_', '-'), version));
      case CONDA_PKG, CONDA_ENVIRONMENT -> Optional.of(new PackageUrl("conda", "", name, version));
      case GOMOD, GOBINARY ->
          name.startsWith("./") || name.startsWith("../")
              ? Optional.empty()
              : Optional.of(split("golang", lower(name), name.lastIndexOf('/'), version));
      case CARGO, RUSTBINARY -> Optional.of(new PackageUrl("cargo", "", name, version));
      case BUNDLER, GEMSPEC -> Optional.of(new PackageUrl("gem", "", name, version));
      case COMPOSER, COMPOSER_VENDOR ->
          Optional.of(split("composer", name, name.lastIndexOf('/'), version));
      case NUGET, DOTNET_CORE, PACKAGES_PROPS ->
          Optional.of(new PackageUrl("nuget", "", name, version));
      case SWIFT -> Optional.of(split("swift", name, name.lastIndexOf('/'), version));
      case COCOAPODS -> Optional.of(cocoapods(name, version));
      case HEX -> Optional.of(new PackageUrl("hex", "", name, version));
      case CONAN -> Optional.of(new PackageUrl("conan", "", name, version));
      case PUB -> Optional.of(new PackageUrl("pub", "", name, version));
      case BITNAMI -> Optional.of(new PackageUrl("bitnami", "", name, version));
      case JULIA -> Optional.of(julia(pkg));
      case KUBERNETES -> Optional.of(new PackageUrl("k8s", "", name, version));
    };
  }

  private static PackageUrl split(String type, String name, int at, String version) {
    return at < 0
        ? new PackageUrl(type, "", name, version)
        : new PackageUrl(type, name.substring(0, at), name.substring(at + 1), version);
  }

  private static PackageUrl cocoapods(String name, String version) {
    int slash = name.indexOf('/');
    return slash < 0
        ? new PackageUrl("cocoapods", "", name, version)
        : new PackageUrl(
            "cocoapods",
            "",
            name.substring(0, slash),
            version,
            new TreeMap<>(),
            name.substring(slash + 1));
  }

  private static PackageUrl julia(Package pkg) {
    var qualifiers = new TreeMap<String, String>();
    qualifiers.put("uuid", pkg.id());
    return new PackageUrl("julia", "", pkg.name(), pkg.version(), qualifiers, "");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

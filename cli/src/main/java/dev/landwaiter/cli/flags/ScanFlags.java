package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;

/// What is looked for, and where.
public final class ScanFlags {
  public static final Flag SCANNERS =
      Flag.texts("scanners", "what to look for")
          .key("scan.scanners")
          .formerly(new Flag.Former("security-checks", "scan.security-checks"))
          .allowed("vuln", "misconfig", "secret", "license")
          .standard("vuln,secret");
  public static final Flag SKIP_DIRS =
      Flag.texts("skip-dirs", "folders or globs to pass over").key("scan.skip-dirs");
  public static final Flag SKIP_FILES =
      Flag.texts("skip-files", "files or globs to pass over").key("scan.skip-files");
  public static final Flag PRIORITY =
      Flag.text("detection-priority", "precise: fewer false findings; comprehensive: fewer missed")
          .key("scan.detection-priority")
          .allowed("precise", "comprehensive")
          .standard("precise");
  public static final Flag DISTRO =
      Flag.text("distro", "the operating system, as FAMILY/VERSION, instead of the one found")
          .key("scan.distro");
  public static final Flag OFFLINE_SCAN =
      Flag.toggle("offline-scan", "look nothing up on the network while examining packages")
          .key("scan.offline");
  public static final Flag PARALLEL =
      Flag.of("parallel", FlagType.NUMBER, "layers examined at once, 0 for one per processor")
          .key("scan.parallel")
          .standard("5");
  private static final Flag FILE_PATTERNS =
      Flag.texts("file-patterns", "further files for an analyzer, as TYPE:REGEX")
          .key("scan.file-patterns")
          .support(Support.LATER);
  private static final Flag SBOM_SOURCES =
      Flag.texts("sbom-sources", "where to look for an SBOM of the image")
          .key("scan.sbom-sources")
          .allowed("oci", "rekor")
          .support(Support.LATER);
  private static final Flag REKOR =
      Flag.text("rekor-url", "address of the transparency log")
          .key("scan.rekor-url")
          .support(Support.LATER);
  private static final Flag VERSION_CHECK =
      Flag.toggle("skip-version-check", "nothing: this program never asks for its own updates")
          .key("scan.skip-version-check")
          .support(Support.NEEDLESS);
  private static final Flag TELEMETRY =
      Flag.toggle("disable-telemetry", "nothing: this program tells nobody anything")
          .key("scan.disable-telemetry")
          .support(Support.NEEDLESS);

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Scan Flags",
          PRIORITY,
          TELEMETRY,
          DISTRO,
          FILE_PATTERNS,
          OFFLINE_SCAN,
          PARALLEL,
          REKOR,
          SBOM_SOURCES,
          SCANNERS,
          SKIP_DIRS,
          SKIP_FILES,
          VERSION_CHECK);

  private ScanFlags() {}
}

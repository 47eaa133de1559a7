package dev.landwaiter.cli.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Which version this is, and which versions of other programs its personas follow.
public final class Version {
  /// The version of Conftest whose command line, files and reports the persona follows.
  public static final String CONFTEST = "0.69.0";

  /// What reports of that Conftest call its version.
  public static final String CONFTEST_IN_REPORTS = "dev";

  /// The version of OPA that this Conftest is made of.
  public static final String CONFTEST_OPA = "1.19.0";

  /// The version of cosign whose command line, files and outputs the persona follows.
  public static final String COSIGN = "v3.1.2";

  /// The version of Gatekeeper whose gator the persona follows.
  public static final String GATOR = "v3.24.0-beta.0";

  /// The version of hadolint whose rules, command line and reports the persona follows.
  public static final String HADOLINT = "2.15.1";

  /// The version of kubesec that the persona follows: its main branch behind the last release.
  public static final String KUBESEC = "2.14.2-main";

  /// The version of OPA whose language, command line and reports the persona follows.
  public static final String OPA = "1.20.0-dev";

  /// The version of Trivy whose command line, files and reports the persona follows.
  public static final String TRIVY = "0.74.0";

  private static final String OWN = read();

  private Version() {}

  /// This program's own version, as the build wrote it.
  public static String own() {
    return OWN;
  }

  private static String read() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /// How a persona tells its version: the followed one, with ours behind.
  ///
  /// @param followed of the program it stands in for
  public static String beside(String followed) {
    return followed + " (Landwaiter " + own() + ")";
  }

  /// What a report says of the program that made it: the followed version, ours as build metadata.
  public static String inReports() {
    return TRIVY + "+landwaiter." + own();
  }
}

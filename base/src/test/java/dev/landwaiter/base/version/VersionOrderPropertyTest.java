package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What makes an order an order, on real versions and on their mutations.
///
/// Maven's rules and PHP's are no strict orders for mixed words (1.zzz < 1-alpha < 1 < 1.zzz by the
/// table of Maven), so for those two transitivity is asked of real versions only.
class VersionOrderPropertyTest {
  private static final int ROUNDS = 3_000;

  @ParameterizedTest
  @CsvSource({
    "alpine-versions-generated.txt, apk, true",
    "debian-versions-generated.txt, deb, true",
    "redhat-versions.txt, rpm, true",
    "debian-versions-generated.txt, rpm, true",
    "pypi-versions-generated.txt, pep440, true",
    "rubygems-versions-generated.txt, rubygems, true",
    "maven-versions-generated.txt, maven, false",
    "packagist-versions-generated.txt, packagist, false",
    "packagist-versions-generated.txt, generic, true",
    "semver-versions.txt, npm, true",
    "semver-versions.txt, go, true",
    "semver-versions.txt, bitnami, true",
    "pub-versions.txt, pub, true",
    "nuget-versions.txt, nuget, true",
    "cran-versions-generated.txt, cran, true",
    "hackage-versions.txt, hackage, true",
  })
  void isAntisymmetricAndTransitive(String file, String id, boolean mutated)
      throws IOException, InvalidVersionException {
    VersionOrder order = VersionOrders.byId(id).orElseThrow();
    List<String> versions = new ArrayList<>();
    for (Sample sample : Sample.read(file)) {
      versions.add(sample.left());
      versions.add(sample.right());
    }
    long seed = Long.getLong("landwaiter.seed", 20_260_801L);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String a = valid(order, versions, random, mutated);
      String b = valid(order, versions, random, mutated);
      String c = valid(order, versions, random, mutated);
      String broken = broken(order, a, b, c);
      if (!broken.isEmpty()) {
        fail(broken + ", seed " + seed + ", round " + round + ": " + a + " | " + b + " | " + c);
      }
    }
  }

  private static String broken(VersionOrder order, String a, String b, String c)
      throws InvalidVersionException {
    int ab = Integer.signum(order.compare(a, b));
    int bc = Integer.signum(order.compare(b, c));
    int ac = Integer.signum(order.compare(a, c));
    if (order.compare(a, a) != 0) {
      return "not equal to itself";
    }
    if (Integer.signum(order.compare(b, a)) != -ab) {
      return "not antisymmetric";
    }
    boolean chained = ab == bc || ab == 0 || bc == 0;
    return chained && ac != (ab == 0 ? bc : ab) ? "not transitive" : "";
  }

  private static String valid(
      VersionOrder order, List<String> versions, Random random, boolean mutated) {
    for (int attempt = 0; attempt < 200; attempt++) {
      String version = pick(versions, random, mutated);
      if (order.valid(version)) {
        return version;
      }
    }
    return fail("hardly a valid version of " + order.id() + " among the samples");
  }

  private static String pick(List<String> versions, Random random, boolean mutated) {
    String version = versions.get(random.nextInt(versions.size()));
    if (!mutated) {
      return version;
    }
    // Short texts over few characters meet each other far more often than real versions do.
    int start = random.nextInt(Math.max(version.length() - 6, 1));
    String piece = random.nextInt(3) == 0 ? version : version.substring(start);
    StringBuilder text = new StringBuilder(piece);
    for (int i = random.nextInt(3); i > 0; i--) {
      String glyphs = "0019.-~^_+apb";
      int at = random.nextInt(text.length() + 1);
      text.insert(at, glyphs.charAt(random.nextInt(glyphs.length())));
    }
    return text.toString();
  }
}

package dev.landwaiter.inventory.database.apk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApkDatabaseTest {
  private static LayerInventory analyze(String text) {
    return Trees.analyze(
        List.of(new ApkDatabase()), Trees.of(Map.of("usr/lib/apk/db/installed", text)));
  }

  private static List<Package> packages(String text) {
    return analyze(text).databases().getFirst().packages();
  }

  @Test
  void fieldsComeFromTheirLines() {
    Package found =
        packages(
                """
                C:Q1EymS6rAgmGs7XYhqdyEoiWgEZ6A=
                P:libcrypto3
                V:3.1.4-r5
                A:x86_64
                L:Apache-2.0 AND MIT
                o:openssl
                m:Somebody <somebody@example.test>
                F:
                R:at-the-root
                F:usr/lib
                R:libcrypto.so.3
                """)
            .getFirst();
    assertThat(found.id()).isEqualTo("libcrypto3@3.1.4-r5");
    assertThat(found.evr()).isEqualTo(Evr.of("3.1.4-r5"));
    assertThat(found.source()).isEqualTo(new Source("openssl", Evr.of("3.1.4-r5")));
    assertThat(found.licenses()).containsExactly("Apache-2.0", "MIT");
    assertThat(found.provenance().digest())
        .isEqualTo("sha1:132992eab020986b3b5d886a77212889680467a0");
    assertThat(found.place().installedFiles())
        .containsExactly("at-the-root", "usr/lib/libcrypto.so.3");
  }

  @Test
  void needsAreFoundThroughWhatIsProvided() {
    List<Package> packages =
        packages(
            """
            P:musl
            V:1.2.4-r2
            p:so:libc.musl-x86_64.so.1=1

            P:app
            V:1-r0
            D:so:libc.musl-x86_64.so.1 !conflicting other~2.0 musl>=1.2 app missing<3
            p:cmd:app=1-r0

            P:other
            V:2.0.1-r0
            D:cmd:app
            P:conflicting

            """);
    assertThat(packages).hasSize(3);
    assertThat(packages.get(1).relations().dependsOn()).containsExactly("musl@1.2.4-r2");
  }

  @Test
  void anApproximateVersionBelongsToTheNeed() {
    List<Package> packages = packages("P:a\nV:1-r0\nD:b~2.0\n\nP:b\nV:2.0.1-r0\n\n");
    assertThat(packages.getFirst().relations().dependsOn()).containsExactly("b@2.0.1-r0");
  }

  @Test
  void ofANameTheFirstRecordCountsAndAnInvalidVersionIsAProblem() {
    LayerInventory inventory = analyze("P:a\nV:1-r0\n\nP:a\nV:2-r0\n\nP:b\nV:one\n\nV:1-r0\nA:x\n");
    assertThat(inventory.databases().getFirst().packages())
        .extracting(Package::id)
        .containsExactly("a@1-r0");
    assertThat(inventory.problems())
        .extracting(Object::toString)
        .containsExactly(
            "usr/lib/apk/db/installed:7:1: the package b has the invalid version 'one' and is left"
                + " out",
            "usr/lib/apk/db/installed:10:1: the record names no package");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1.2.3-r0, true",
    "1, true",
    "1.2a_rc1-r10, true",
    "20230201_git20240101, true",
    "1.2_p1_alpha, true",
    "'', false",
    "a1, false",
    "1.2ab, false",
    "1.2A, false",
    "1.2_foo, false",
    "1.2-r, false",
    "1..2, false",
    "1.2-1, false",
    "1.2-r1x, false"
  })
  void versionsFollowTheGrammar(String version, boolean valid) {
    assertThat(ApkVersion.isValid(version)).isEqualTo(valid);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0123456789abcdef0123456789ABCDEF, md5:0123456789abcdef0123456789abcdef",
    "Q1short, ''",
    "Q1!!!, ''",
    "nothing, ''"
  })
  void digestsAreMd5OrSha1(String sum, String digest) {
    assertThat(packages("P:a\nV:1\nC:" + sum + "\n").getFirst().provenance().digest())
        .isEqualTo(digest);
  }

  @Test
  void manyFilesInOneLongFolderMeetTheLimit() {
    var text = new StringBuilder("P:a\nV:1\nF:").append("x".repeat(1 << 20)).append('\n');
    text.append("R:f\n".repeat(300));
    LayerInventory inventory = analyze(text.toString());
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .contains("not read to its end: the paths of its installed files are longer");
  }

  @Test
  void randomTextIsNoTrouble() {
    var random = new Random(11);
    for (int round = 0; round < 300; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        text.append("PVALDpFRCo:\n\n ~=\u0000é".charAt(random.nextInt(17)));
      }
      assertThat(analyze(text.toString()).databases()).hasSize(1);
    }
  }

  @Test
  void aFieldThatWouldFillTheMemoryEndsTheReading() {
    LayerInventory found =
        analyze("P:a\nV:1.0-r0\n\nP:" + "x".repeat(Budget.FIELD) + "\nV:1.0-r0\n\n");
    assertThat(found.databases().getFirst().packages())
        .extracting(Package::name)
        .containsExactly("a");
    assertThat(found.problems()).singleElement().asString().contains("4194304 characters");
  }
}

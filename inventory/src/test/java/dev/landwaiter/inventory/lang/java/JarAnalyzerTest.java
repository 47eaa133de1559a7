package dev.landwaiter.inventory.lang.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.finding.Application;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.FileEntry;
import dev.landwaiter.base.tree.FileTree;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.LayerInventory;
import dev.landwaiter.inventory.Observations;
import dev.landwaiter.inventory.lang.ZipBytes;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarAnalyzerTest {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final JarAnalyzer STRICT = new JarAnalyzer(JavaIndex.EMPTY, false);
  private static final JarAnalyzer GENEROUS = new JarAnalyzer(JavaIndex.EMPTY, true);

  @TempDir private Path folder;

  private static LayerInventory read(JarAnalyzer analyzer, String path, byte[] bytes) {
    var files = new TreeMap<String, TreeFile>();
    files.put(path, new TreeFile(new FileEntry(path, bytes.length, 0644), bytes));
    var found = new Observations();
    analyzer.analyze(new FileTree(files), found);
    return found.toInventory();
  }

  private static List<String> names(LayerInventory inventory) {
    return inventory.applications().stream()
        .map(Application::packages)
        .flatMap(List::stream)
        .map(p -> p.name() + " " + p.version() + " " + p.filePath())
        .toList();
  }

  private static ZipBytes pom(String group, String artifact, String version) throws IOException {
    return new ZipBytes()
        .with(
            "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
            "version = " + version + "\ngroupId=" + group + "\r\nartifactId=" + artifact + " \n");
  }

  @ParameterizedTest
  @CsvSource({
    "foo-1.0.jar, foo, 1.0",
    "foo-bar-1.0-SNAPSHOT.jar, foo-bar, 1.0-SNAPSHOT",
    "foo-1.0-2.jar, foo-1.0, 2",
    "foo.jar, '', ''",
    "foo-bar.jar, '', ''",
    "foo--1.jar, '', ''",
    "foo-1 0.jar, '', ''",
    "-1.jar, '', ''",
    "a.b_c-9.jar, a.b_c, 9",
  })
  void fileNames(String name, String artifact, String version) {
    assertThat(ArchiveName.parse(name)).isEqualTo(new Coordinates("", artifact, version));
  }

  @Test
  void manifestsAreListedAsUnverifiedOnlyWhenAskedFor() throws Exception {
    byte[] jar =
        new ZipBytes()
            .with(
                MANIFEST,
                String.join(
                    "\r\n",
                    "Manifest-Version: 1.0",
                    "Implementation-Title: tool",
                    "Implementation-Vend",
                    "or-Id: never",
                    "Implementation-Vendor-Id: org.exam",
                    " ple",
                    "Implementation-Version: 2.0",
                    "",
                    "Name: x",
                    "Implementation-Version: 9"))
            .bytes();

    assertThat(names(read(STRICT, "a/t.jar", jar))).isEmpty();
    LayerInventory found = read(GENEROUS, "a/t.jar", jar);
    assertThat(found.problems()).isEmpty();
    assertThat(names(found)).containsExactly("org.example:tool 2.0 a/t.jar");
    assertThat(found.applications().getFirst().packages())
        .singleElement()
        .satisfies(p -> assertThat(p.provenance().analyzedBy()).isEqualTo("jar-unverified"));
  }

  @Test
  void headersOfManifests() {
    Manifest manifest =
        Manifest.parse(
            """
            Bundle-SymbolicName: org.exam
             ple.tool.core;singleton:=true
            Bundle-Name: %name
            Specification-Title: tool
            Bundle-Version: 3
            no header
             more

            Specification-Version: 4
            """);
    assertThat(manifest.coordinates()).isEqualTo(new Coordinates("org.example.tool", "tool", "3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Apache-2.0";link="https://www.apache.org/licenses/LICENSE-2.0.txt" | Apache-2.0
          https://www.eclipse.org/legal/epl-2.0/, MIT                         | EPL-2.0;MIT
          "a, b";description="c;d",ISC                                        | a, b;ISC
          https://example.test/own                                            | https://example.test/own
          """)
  void licencesOfBundles(String header, String licenses) {
    assertThat(ArchiveLicenses.ofManifest(Manifest.parse("Bundle-License: " + header)))
        .containsExactly(licenses.split(";"));
  }

  @Test
  void licencesOfJenkinsPlugins() {
    Manifest manifest =
        Manifest.parse("Plugin-License-Name: MIT License\nPlugin-License-Name-2: BSD\n");
    assertThat(ArchiveLicenses.ofManifest(manifest)).containsExactly("MIT", "BSD-3-Clause");
  }

  @Test
  void aPomWithAnEntityNamesNoLicence() {
    String pom =
        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><project><licenses><license>"
            + "<name>&x;</name></license></licenses></project>";
    assertThat(ArchiveLicenses.ofPom(pom.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void licencesBeforeAnUndeclaredEntityCount() {
    String pom =
        "<project><licenses><license><name>MIT</name></license><license><url>u</url></license>"
            + "<license><name>&#66;&uuml;</name></license></licenses></project>";
    assertThat(ArchiveLicenses.ofPom(pom.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .containsExactly("MIT", "u");
  }

  @Test
  void equalVersionsOfOneArtifactAreOne() throws Exception {
    byte[] jar =
        new ZipBytes()
            .with("a/pom.properties", "version=2.17.0\ngroupId=g\nartifactId=a")
            .with("b/pom.properties", "version=2.17\ngroupId=g\nartifactId=a")
            .with("c/pom.properties", "version=2.18\ngroupId=g\nartifactId=a")
            .bytes();
    assertThat(names(read(STRICT, "x.jar", jar)))
        .containsExactly("g:a 2.17.0 x.jar", "g:a 2.18 x.jar");
  }

  @Test
  void bytesBeforeTheArchiveAreAllowed() throws Exception {
    byte[] jar = pom("g", "a", "1").bytes();
    byte[] script =
        "#!/bin/sh\nexec java -jar $0\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(script, script.length + jar.length);
    System.arraycopy(jar, 0, both, script.length, jar.length);
    assertThat(names(read(STRICT, "x.jar", both))).containsExactly("g:a 1 x.jar");
  }

  @Test
  void archivesWithMoreEntriesThanSixteenBitsCount() throws Exception {
    var zip = new ZipBytes();
    for (int i = 0; i < 66_000; i++) {
      zip.with("c/" + i, new byte[0]);
    }
    zip.with("pom.properties", "groupId=g\nartifactId=last\nversion=1");
    assertThat(names(read(STRICT, "x.jar", zip.bytes()))).containsExactly("g:last 1 x.jar");
  }

  @Test
  void aHundredArchivesInsideEachOtherAreAProblem() throws Exception {
    byte[] jar = pom("g", "core", "1").bytes();
    for (int i = 0; i < 100; i++) {
      jar = pom("g", "level" + i, "1").with("lib/in.jar", jar).bytes();
    }
    LayerInventory found = read(STRICT, "x.jar", jar);
    assertThat(names(found)).hasSize(8);
    assertThat(found.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("nested"));
  }

  @Test
  void namesThatLeadOutAndBrokenArchivesInsideAreProblems() throws Exception {
    byte[] jar =
        pom("g", "a", "1")
            .with("../../up.jar", pom("g", "b", "1").bytes())
            .with("lib/broken.jar", "no archive")
            .with("lib/good.jar", pom("g", "c", "1").bytes())
            .bytes();
    LayerInventory found = read(STRICT, "x.war", jar);
    assertThat(names(found)).containsExactly("g:c 1 x.war/lib/good.jar", "g:a 1 x.war");
    assertThat(found.problems())
        .extracting(Problem::where)
        .containsExactly("x.war", "x.war/lib/broken.jar");
  }

  @Test
  void aBombIsAProblem() throws Exception {
    byte[] bomb = new ZipBytes().with("x", new byte[8 << 20]).bytes();
    byte[] jar = pom("g", "a", "1").with("in.jar", new byte[4 << 20]).with("b.jar", bomb).bytes();
    LayerInventory found = read(STRICT, "x.jar", jar);
    assertThat(names(found)).containsExactly("g:a 1 x.jar");
    assertThat(found.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("in.jar is packed more than"));
  }

  @Test
  void noMutationOfAnArchiveDoesMoreThanAddProblems() throws Exception {
    byte[] inner = pom("g", "b", "2").with(MANIFEST, "Implementation-Title: b\n").bytes();
    byte[] jar = pom("g", "a", "1").with("lib/b-2.jar", inner).bytes();
    var random = new Random(18);
    int whole = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] mutant = jar.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        mutant = Arrays.copyOf(mutant, random.nextInt(mutant.length));
      }
      whole += names(read(GENEROUS, "x.jar", mutant)).size();
    }
    assertThat(whole).isPositive();
  }

  @Test
  void theIndexKnowsArchivesByManifestByContentAndByName() throws Exception {
    byte[] known = new ZipBytes().with("x.class", "1").bytes();
    byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(known);
    var index = new JavaIndexFile(index(sha1), "test");
    assertThat(index.empty()).isFalse();
    var analyzer = new JarAnalyzer(index, false);

    assertThat(names(read(analyzer, "q.jar", known))).containsExactly("org.sum:sum 7 q.jar");
    byte[] other = new ZipBytes().with("x.class", "2").bytes();
    assertThat(names(read(analyzer, "p/tool-1.0.jar", other)))
        .containsExactly("org.many:tool 1.0 p/tool-1.0.jar");
    assertThat(names(read(analyzer, "tool-3.0.jar", other))).isEmpty();
    byte[] named =
        new ZipBytes()
            .with(
                MANIFEST,
                """
                Implementation-Title: tool
                Implementation-Vendor: org.few
                Implementation-Version: 5
                """)
            .bytes();
    assertThat(names(read(analyzer, "n.jar", named))).containsExactly("org.few:tool 5 n.jar");
  }

  @Test
  void anIndexWithoutRowsIsEmpty() throws Exception {
    assertThat(new JavaIndexFile(index(), "empty").empty()).isTrue();
  }

  private MemorySegment index(byte[]... sums) throws Exception {
    Path file = folder.resolve("trivy-java.db");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (var statement = database.createStatement()) {
        for (String line :
            List.of(
                "CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT, artifact_id TEXT)",
                "CREATE TABLE indices(artifact_id INTEGER, version TEXT, sha1 BLOB,"
                    + " archive_type TEXT)",
                "CREATE UNIQUE INDEX artifacts_idx ON artifacts(artifact_id, group_id)",
                "CREATE INDEX indices_artifact_idx ON indices(artifact_id)",
                "CREATE UNIQUE INDEX indices_sha1_idx ON indices(sha1)")) {
          statement.execute(line);
        }
        if (sums.length > 0) {
          statement.execute(
              "INSERT INTO artifacts VALUES (1, 'org.few', 'tool'), (2, 'org.many', 'tool'),"
                  + " (3, 'org.sum', 'sum')");
          statement.execute(
              "INSERT INTO indices VALUES (1, '1.0', x'01', 'jar'), (2, '1.0', x'02', 'jar'),"
                  + " (2, '2.0', x'03', 'jar'), (1, '9', x'04', 'aar'), (1, '8', x'05', 'aar')");
        }
      }
      for (byte[] sum : sums) {
        try (PreparedStatement row =
            database.prepareStatement("INSERT INTO indices VALUES (3, '7', ?, 'jar')")) {
          row.setBytes(1, sum);
          row.execute();
        }
      }
    }
    return MemorySegment.ofArray(Files.readAllBytes(file));
  }
}

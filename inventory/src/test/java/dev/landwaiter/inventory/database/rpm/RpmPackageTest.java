package dev.landwaiter.inventory.database.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.finding.Evr;
import dev.landwaiter.base.finding.Package;
import dev.landwaiter.base.finding.Source;
import dev.landwaiter.inventory.database.Budget;
import dev.landwaiter.inventory.database.DatabaseException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmPackageTest {
  private static HeaderBytes nodejs() {
    return new HeaderBytes()
        .text(1000, "nodejs")
        .text(1001, "12.19.1")
        .text(1002, "1.module")
        .numbers(1003, 1)
        .text(1022, "x86_64")
        .text(1044, "nodejs-src-12.19.1-1.module.src.rpm");
  }

  private static Package read(HeaderBytes header) throws DatabaseException {
    return RpmPackage.of(Header.parse(header.bytes()), new Budget(), "rpm").found();
  }

  @Test
  void fieldsComeFromTheirTags() throws Exception {
    Package found =
        read(
            nodejs()
                .text(1011, "Red Hat, Inc.")
                .text(1014, "MIT and BSD")
                .text(5096, "nodejs:12:8030020201124152102:229f0a1c")
                .numbers(1116, 0, 1)
                .texts(1117, List.of("node", "npm"))
                .texts(1118, List.of("/usr/bin/", "/usr/lib/")));
    assertThat(found.id()).isEqualTo("nodejs@12.19.1-1.module.x86_64");
    assertThat(found.evr()).isEqualTo(new Evr(1, "12.19.1", "1.module"));
    assertThat(found.source())
        .isEqualTo(new Source("nodejs-src", new Evr(1, "12.19.1", "1.module")));
    assertThat(found.licenses()).containsExactly("MIT and BSD");
    assertThat(found.provenance().modularityLabel())
        .isEqualTo("nodejs:12:8030020201124152102:229f0a1c");
    assertThat(found.provenance().repositoryClass()).isEqualTo("official");
    assertThat(found.place().installedFiles()).containsExactly("/usr/bin/node", "/usr/lib/npm");
  }

  @Test
  void withoutArchitectureTheIdEndsWithADot() throws Exception {
    Package found = read(new HeaderBytes().text(1000, "a").text(1001, "1").text(1002, "2"));
    assertThat(found.id()).isEqualTo("a@1-2.");
    assertThat(found.arch()).isEqualTo("None");
    assertThat(found.source()).isEqualTo(Source.NONE);
  }

  @Test
  void theWordNoneIsNoValue() throws Exception {
    Package found = read(nodejs().text(1011, "(none)").text(1014, "(none)"));
    assertThat(found.provenance().maintainer()).isEmpty();
    assertThat(found.licenses()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SUSE LLC <https://www.suse.com/>, 1, official",
    "Amazon.com, 1, official",
    "'', 1.amzn2, official",
    "'', 1, third-party",
    "Grafana Labs, 1.amzn2, third-party"
  })
  void theVendorDecidesTheClass(String vendor, String release, String expected) throws Exception {
    Package found =
        read(
            new HeaderBytes()
                .text(1000, "a")
                .text(1002, release)
                .text(1011, vendor)
                .numbers(1116, 0)
                .texts(1117, List.of("f"))
                .texts(1118, List.of("/")));
    assertThat(found.provenance().repositoryClass()).isEqualTo(expected);
    assertThat(found.place().installedFiles()).hasSize(expected.equals("official") ? 1 : 0);
  }

  @Test
  void whatInstallationAddedReplacesTheRegion() throws Exception {
    assertThat(read(nodejs().dribble(1001, "13")).evr().version()).isEqualTo("13");
  }

  @Test
  void needsAreFoundByWhatOthersProvide() throws Exception {
    var needy =
        RpmPackage.of(
            Header.parse(
                nodejs()
                    .texts(1047, List.of("nodejs"))
                    .texts(1049, List.of("libz.so", "nodejs", "rpmlib(x)", "libz", "libc"))
                    .bytes()),
            new Budget(),
            "rpm");
    Map<String, String> provided =
        Map.of(
            "libz.so", "zlib@1", "libz", "zlib@1", "libc", "glibc@2", "nodejs", needy.found().id());
    assertThat(needy.resolved(provided).relations().dependsOn())
        .containsExactly("glibc@2", "zlib@1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "bash-4.4-19.6.1.src.rpm, bash, 4.4, 19.6.1",
    "kernel-a-b-5.1-2.nosrc.rpm, kernel-a-b, 5.1, 2",
    "bash-4.4.src.rpm, '', '', ''",
    "bash, '', '', ''",
    "'', '', '', ''"
  })
  void sourcePackagesAreTakenApart(String file, String name, String version, String release) {
    Source expected = name.isEmpty() ? Source.NONE : new Source(name, new Evr(0, version, release));
    assertThat(SourceRpm.parse(file, 0)).isEqualTo(expected);
  }

  @Test
  void filesWithoutTheirFoldersAreAProblem() {
    HeaderBytes header =
        nodejs()
            .text(1011, "Rocky")
            .numbers(1116, 0, 3)
            .texts(1117, List.of("a", "b"))
            .texts(1118, List.of("/"));
    assertThatThrownBy(() -> read(header))
        .hasMessage("a file is in the folder 3, which is missing");
    HeaderBytes uneven = nodejs().text(1011, "Rocky").texts(1117, List.of("a", "b"));
    assertThatThrownBy(() -> read(uneven)).hasMessage("2 files stand against 0 folders");
  }

  @Test
  void oneLongFolderForManyFilesMeetsTheLimit() {
    var indexes = new int[100_000];
    HeaderBytes header =
        nodejs()
            .text(1011, "Rocky")
            .numbers(1116, indexes)
            .texts(1117, Collections.nCopies(indexes.length, "f"))
            .texts(1118, List.of("/" + "x".repeat(100_000)));
    assertThatThrownBy(
            () -> RpmPackage.of(Header.parse(header.bytes()), new Budget(1 << 20), "rpm"))
        .hasMessageContaining("longer together than the limit");
  }

  @Test
  void claimsBeyondTheHeaderAreRefusedBeforeAnythingIsKept() {
    byte[] good = nodejs().bytes();
    ByteBuffer claims = ByteBuffer.wrap(good.clone()).putInt(0, Integer.MAX_VALUE);
    assertThatThrownBy(() -> Header.parse(claims.array())).hasMessageContaining("claims");
    ByteBuffer offset = ByteBuffer.wrap(good.clone()).putInt(8 + 16 + 8, Integer.MAX_VALUE);
    assertThatThrownBy(() -> Header.parse(offset.array()))
        .hasMessage("the value of tag 1000 is not inside its header");
    ByteBuffer tag = ByteBuffer.wrap(good.clone()).putInt(8, 7);
    assertThatThrownBy(() -> Header.parse(tag.array()))
        .hasMessage("a header begins with the tag 7");
    ByteBuffer region = ByteBuffer.wrap(good.clone()).putInt(good.length - 8, -1600);
    assertThatThrownBy(() -> Header.parse(region.array()))
        .hasMessage("the region of a header claims 100 entries");
  }
}

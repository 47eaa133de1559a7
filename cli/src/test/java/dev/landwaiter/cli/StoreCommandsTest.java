package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.agreement.CosignServers;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.Certificates;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that show, move and remove what belongs to images, where no recording says enough.
class StoreCommandsTest {
  private static final String HEX =
      "33c09eeb1ef4bd36e27ea0761ef4bad4c581793d2688643238ed9ba1428b3ec3";

  @TempDir private Path folder;
  private CosignServers servers;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void start() throws IOException {
    servers = new CosignServers(Certificates.make(folder, "registry", "ip:127.0.0.1"));
    environment.put("HOME", folder.toString());
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  private Ran run(String line) {
    return run(World.Terminal.NONE, line);
  }

  private Ran run(World.Terminal terminal, String line) {
    List<String> words = List.of(servers.ours(line).split(" ", -1));
    Ran ran = Ran.in(folder, environment, words, terminal, "");
    return new Ran(ran.exit(), servers.recorded(ran.stdout()), servers.recorded(ran.stderr()));
  }

  private String fine(String line) {
    Ran ran = run(line);
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    return ran.stdout();
  }

  private void holds(String repository, String layout) throws IOException {
    servers.fill(Map.of("127.0.0.1:" + repository, "layouts/" + layout));
  }

  /// Ours carries bundles, and tags no image as if it were the list of its bundles.
  @Test
  void aCopyVerifiesLikeTheImage() throws IOException {
    Files.copy(Shared.path("conformance/cosign/keys/empty.pub"), folder.resolve("empty.pub"));
    for (String to : List.of("127.0.0.1:5511/new:v2", "127.0.0.1:5512/new:v2")) {
      holds("5511/n/both", "n-both-new");
      fine("cosign copy 127.0.0.1:5511/n/both:v1 " + to);
      String tree = fine("cosign tree " + to);
      assertThat(tree).contains("Signatures for an image tag", "via OCI referrer");
      fine("cosign verify --key empty.pub --insecure-ignore-tlog " + to);
      assertThat(fine("cosign download signature " + to))
          .isEqualTo(fine("cosign download signature 127.0.0.1:5511/n/both:v1"));
      assertThat(run("cosign copy 127.0.0.1:5511/n/both:v1 " + to).exit()).isEqualTo(1);
      fine("cosign copy -f 127.0.0.1:5511/n/both:v1 " + to);
      assertThat(run("cosign triangulate " + to.replace(":v2", ":sha256-" + HEX)).exit())
          .isEqualTo(to.contains("5511") ? 1 : 0);
    }
  }

  @Test
  void ourOwnCommandsAreTheSame() throws IOException {
    holds("5511/n/both", "n-both-new");
    for (String words :
        List.of(
            "tree 127.0.0.1:5511/n/both:v1",
            "tree --registry-referrers-mode oci-1-1 127.0.0.1:5511/n/both:v1",
            "triangulate --type digest 127.0.0.1:5511/n/both:v1",
            "download signature 127.0.0.1:5511/n/both:v1",
            "download attestation 127.0.0.1:5511/n/both:v1")) {
      assertThat(fine(words)).isNotEmpty().isEqualTo(fine("cosign " + words));
    }
  }

  @Test
  void signaturesMayLieInAnotherRepository() throws IOException {
    holds("5511/app", "a-anno-r2-0");
    environment.put("COSIGN_REPOSITORY", servers.ours("127.0.0.1:5511/sigs"));
    Files.writeString(folder.resolve("sig"), "c2lnbmF0dXJl\n");
    fine("cosign attach signature --signature sig 127.0.0.1:5511/app:v1");
    assertThat(fine("cosign tree 127.0.0.1:5511/app:v1"))
        .contains("127.0.0.1:5511/sigs:sha256-" + HEX + ".sig");
    environment.remove("COSIGN_REPOSITORY");
    assertThat(fine("cosign tree 127.0.0.1:5511/app:v1")).contains("No Supply Chain");
  }

  @Test
  void everythingBesideASignatureIsAttached() throws IOException {
    holds("5511/app", "a-anno-r2-0");
    Files.writeString(folder.resolve("sig"), "c2lnbmF0dXJl");
    Files.writeString(
        folder.resolve("leaf.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Files.write(folder.resolve("time"), new byte[] {1, 2, 3});
    Files.writeString(
        folder.resolve("entry"),
        "{\"24\":{\"body\":\"e30=\",\"integratedTime\":5,\"logID\":\"ab\",\"logIndex\":7,"
            + "\"verification\":{\"signedEntryTimestamp\":\"c2V0\",\"inclusionProof\":{}}}}");
    fine(
        "cosign attach signature --signature sig --certificate leaf.pem --tsr time"
            + " --rekor-response entry 127.0.0.1:5511/app:v1");
    assertThat(fine("cosign download signature 127.0.0.1:5511/app:v1"))
        .contains("\"Base64Signature\":\"c2lnbmF0dXJl\"")
        .contains("\"Cert\":\"-----BEGIN CERTIFICATE-----\\nAAAA\\n")
        .contains("\"Chain\":null")
        .contains(
            "\"Bundle\":{\"SignedEntryTimestamp\":\"c2V0\",\"Payload\":{\"body\":\"e30=\","
                + "\"integratedTime\":5,\"logIndex\":7,\"logID\":\"ab\"}}")
        .contains("\"RFC3161Timestamp\":{\"SignedRFC3161Timestamp\":\"AQID\"}");
    Files.writeString(folder.resolve("sig"), "no base64!");
    assertThat(run("cosign attach signature --signature sig 127.0.0.1:5511/app:v1").exit())
        .isEqualTo(1);
  }

  @Test
  void filesForSeveralPlatformsMakeAnIndex() throws IOException {
    holds("5511/app", "a-anno-r2-0");
    Files.writeString(folder.resolve("one"), "one");
    Files.writeString(folder.resolve("two"), "two");
    assertThat(fine("cosign upload blob -f one:linux/amd64 -f two:linux/arm64 127.0.0.1:5511/f:v1"))
        .startsWith("127.0.0.1:5511/f@sha256:");
    assertThat(fine("registry inspect 127.0.0.1:5511/f:v1 --raw"))
        .contains("\"architecture\":\"amd64\"", "\"architecture\":\"arm64\"");
    assertThat(run("cosign upload blob -f one -f two 127.0.0.1:5511/f:v1").exit()).isEqualTo(1);
    Files.write(folder.resolve("m.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    fine("cosign upload wasm -f m.wasm 127.0.0.1:5511/w:v1");
    assertThat(run("cosign upload wasm -f one 127.0.0.1:5511/w:v1").exit()).isEqualTo(1);
  }

  @Test
  void cleaningAsksFirst() throws IOException {
    String line = "cosign clean 127.0.0.1:5511/n/both:v1";
    for (Optional<String> answer : List.of(Optional.<String>empty(), Optional.of("n"))) {
      holds("5511/n/both", "n-both-new");
      var terminal = new World.Terminal(true, true, 80, (question, hidden) -> answer);
      assertThat(run(terminal, line).exit()).isEqualTo(1);
      assertThat(fine("cosign tree 127.0.0.1:5511/n/both:v1")).contains("via OCI referrer");
    }
    var terminal = new World.Terminal(true, true, 80, (question, hidden) -> Optional.of("y"));
    assertThat(run(terminal, line).exit()).isZero();
    assertThat(fine("cosign tree 127.0.0.1:5511/n/both:v1")).contains("No Supply Chain");
  }

  /// Whatever the answer of a registry, "nothing is there" is said only when nothing is.
  @Test
  void whatIsNotThereIsTold() throws IOException {
    holds("5511/app", "a-anno-r2-0");
    for (String line :
        Stream.of("tree", "triangulate", "download signature", "download sbom", "clean -f")
            .map(words -> "cosign " + words + " 127.0.0.1:5511/app:nope")
            .toList()) {
      assertThat(run(line).exit()).as(line).isEqualTo(1);
    }
    assertThat(run("cosign save --dir out 127.0.0.1:5511/app:nope").exit()).isEqualTo(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}

package dev.landwaiter.signing.policy.cluster.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.tar.TarWriter;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.tuf.TrustTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedMirrorTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:01:00Z");
  private static final Path TUF = PolicyCases.RECORDED.resolve("tuf");
  private static final int TYPE = 156;
  private static final int SUM = 148;

  private static Map<String, byte[]> files(String repository, String folder) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    Path root = TUF.resolve(repository);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        all.put(folder + root.relativize(each), Files.readAllBytes(each));
      }
    }
    return all;
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarWriter(bytes)) {
      for (var each : files.entrySet()) {
        tar.file(each.getKey(), each.getValue().length, new ByteArrayInputStream(each.getValue()));
      }
    }
    return bytes.toByteArray();
  }

  private static Bytes packed(byte[] tar) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(tar);
    }
    return Bytes.of(bytes.toByteArray());
  }

  private static TrustedRoot read(Bytes archive) throws IOException {
    Bytes root = Bytes.of(Files.readAllBytes(TUF.resolve("good/1.root.json")));
    return TrustTarget.read(
        PackedMirror.of("here", archive), root, "targets", "trusted_root.json", NOW);
  }

  private static RefusedException refused(Bytes archive) {
    try {
      read(archive);
    } catch (RefusedException e) {
      return e;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("it was taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "./", "repository/"})
  void aRepositoryIsVerifiedWhereverItLies(String folder) throws Exception {
    TrustedRoot root = read(packed(tar(files("good", folder))));
    assertThat(root.logs()).hasSize(2);
    assertThat(root.certificateAuthorities()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp-expired", "target-changed", "root-onesig", "targets-onesig"})
  void aBadRepositoryIsRefused(String repository) throws Exception {
    assertThat(refused(packed(tar(files(repository, "")))).kind())
        .isEqualTo(FailureClass.TRUST_ROOT);
  }

  @Test
  void filesThatLeadOutOfItAreRefused() throws Exception {
    Map<String, byte[]> files = files("good", "");
    files.put("../1.root.json", new byte[] {1});
    RefusedException refused = refused(packed(tar(files)));
    assertThat(refused).hasMessageContaining("leads out");
    assertThat(refused.kind()).isEqualTo(FailureClass.TRUST_ROOT);
  }

  @Test
  void aFileIsThereOnce() throws Exception {
    Map<String, byte[]> files = files("good", "");
    files.put("repository/timestamp.json", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(refused(packed(tar(files)))).hasMessageContaining("is there twice");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '6'})
  void linksAndDevicesAreRefused(char type) throws Exception {
    byte[] tar = tar(Map.of("timestamp.json", new byte[0]));
    tar[TYPE] = (byte) type;
    Arrays.fill(tar, SUM, SUM + 8, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xff;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, tar, SUM, digits.length);
    assertThat(refused(packed(tar))).hasMessageContaining("no plain file");
  }

  @Test
  void largeArchivesAreRefusedBeforeTheyAreUnpacked() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes);
        var tar = new TarWriter(gzip)) {
      tar.file("big", 33L << 20, new ByteArrayInputStream(new byte[33 << 20]));
    }
    assertThat(refused(Bytes.of(bytes.toByteArray())).kind()).isEqualTo(FailureClass.LIMIT);
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 2_001; i++) {
      many.put("f" + i, new byte[0]);
    }
    assertThat(refused(packed(tar(many))).kind()).isEqualTo(FailureClass.LIMIT);
  }

  @Test
  void damagedArchivesAreRefused() throws Exception {
    byte[] good = packed(tar(files("good", ""))).toArray();
    for (int cut = 0; cut < good.length; cut += 997) {
      Bytes part = Bytes.of(Arrays.copyOf(good, cut));
      assertThatThrownBy(() -> read(part)).isInstanceOf(RefusedException.class);
    }
    for (Bytes each : List.of(Bytes.EMPTY, Bytes.utf8("no archive"))) {
      assertThat(refused(each).kind()).isEqualTo(FailureClass.TRUST_ROOT);
    }
  }
}

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.SignatureFile;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.key.PasswordSource;
import dev.landwaiter.signing.key.PrivateKeyFile;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.statement.StatementWriter;
import dev.landwaiter.signing.store.BundleFacts;
import dev.landwaiter.signing.store.Found;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.Subject;
import dev.landwaiter.signing.store.place.Stores;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.signing.verify.Artifact;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import dev.landwaiter.signing.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Measures signatures: `bench/signatures`.
///
/// Warm: one signature of each form, from its file's bytes to the verdict, and the cost of opening
/// a private key. A layout with 1,000 signed images on one thread and on two. Cold: whole
/// processes, beside cosign where it is installed.
public class Signatures {
  private static final int IMAGES = 1_000;

  private final Path program;
  private final Path folder;
  private final Path material;

  public static void main(String[] arguments) throws Exception {
    new Signatures(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).measure();
  }

  private Signatures(Path program, Path folder, Path shared) {
    this.program = program;
    this.folder = folder;
    this.material = shared.resolve("conformance/cosign");
  }

  private Bytes read(String name) throws Exception {
    return Bytes.of(Files.readAllBytes(material.resolve(name)));
  }

  private void measure() throws Exception {
    var key = PublicKeys.pem("key", read("keys/empty.pub"));
    var alice = new Identity("alice@example.test", "", "https://issuer.test", "", Map.of());
    var byKey = Requirements.key(key);
    var byName = Requirements.identities(List.of(alice));
    System.out.printf("%-52s %10s%n", "warm, one thread", "ms");
    warm("key, no log", "out/blob-empty.sigstore.json", byKey.withLogs(0));
    warm("key, Rekor v1", "out/svc-v1.sigstore.json", byKey);
    warm("key, Rekor v2 and timestamp", "out/svc-v2-tsa.sigstore.json", byKey.withTimestamps(1));
    warm("certificate, Rekor v1", "out/kl-full.sigstore.json", byName);
    warm(
        "certificate, Rekor v2 and timestamp",
        "out/kl-full-v2-tsa.sigstore.json",
        byName.withTimestamps(1));
    opening();
    images(key.details());
    processes();
  }

  private void warm(String title, String bundle, Requirements requirements) throws Exception {
    Bytes text = read(bundle);
    Artifact artifact = new Artifact.Blob(read("files/blob.txt"));
    TrustedRoot root = TrustedRootReader.read("root", read("trust/root-all.json"));
    var verifier = new Verifier(root, Instant.parse("2026-11-23T17:00:00Z"));
    Callable<Boolean> once =
        () -> {
          Evidence evidence = SignatureFile.read("bundle", text, Set.of());
          return verifier.verify(evidence, artifact, requirements) instanceof Outcome.Accepted;
        };
    if (!once.call()) {
      throw new IllegalStateException(
          title
              + ": refused: "
              + verifier.verify(
                  SignatureFile.read("bundle", text, Set.of()), artifact, requirements));
    }
    long end = System.nanoTime() + 3_000_000_000L;
    while (System.nanoTime() < end) {
      once.call();
    }
    long[] rounds = new long[2_000];
    for (int i = 0; i < rounds.length; i++) {
      long start = System.nanoTime();
      once.call();
      rounds[i] = System.nanoTime() - start;
    }
    Arrays.sort(rounds);
    System.out.printf("%-52s %10.3f%n", title, rounds[rounds.length / 2] / 1e6);
  }

  private void opening() throws Exception {
    Bytes file = read("keys/empty.key");
    PasswordSource none =
        new PasswordSource() {
          @Override
          public byte[] existing(String what) {
            return new byte[0];
          }

          @Override
          public byte[] chosen(String what) {
            return new byte[0];
          }
        };
    PrivateKeyFile.read("key", file, none);
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      PrivateKeyFile.read("key", file, none);
    }
    System.out.printf(
        "%-52s %10.3f%n",
        "opening a private key (scrypt, N = 65536)", (System.nanoTime() - start) / 1e7);
  }

  /// A layout of many images, each with a bundle by one key.
  private void images(PublicKeyDetails details) throws Exception {
    var key = LocalKey.generate(new SecureRandom());
    Path layout = Files.createDirectories(folder.resolve("layout"));
    List<Digest> images = layout(layout, key, details);
    var requirements = Requirements.key(key.publicKey()).withLogs(0);
    System.out.printf(
        "%n%-52s %10s %10s %7s%n",
        IMAGES + " images of one layout", "1 thread s", "2 threads s", "ratio");
    double one = 0;
    double two = 0;
    for (int round = 0; round < 5; round++) {
      one = all(layout, images, requirements, 1);
      two = all(layout, images, requirements, 2);
    }
    System.out.printf(
        "%-52s %10.2f %10.2f %7.2f%n", "opened, gathered and verified, warm", one, two, one / two);
  }

  private double all(Path layout, List<Digest> images, Requirements requirements, int threads)
      throws Exception {
    long start = System.nanoTime();
    var verifier = new Verifier(TrustedRoot.NOTHING, Instant.now());
    try (SignatureStore store = Stores.layout(layout, StoreOptions.STANDARD.withWorkers(1));
        var pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<Integer>> jobs = new ArrayList<>();
      for (Digest image : images) {
        jobs.add(() -> {
          int accepted = 0;
          for (Found each : store.gather(Kind.BUNDLE, image).found()) {
            if (each instanceof Found.Whole whole
                && verifier.verify(
                        whole.evidence(Set.of()), new Artifact.Image(image), requirements)
                    instanceof Outcome.Accepted) {
              accepted++;
            }
          }
          return accepted;
        });
      }
      int total = 0;
      for (var each : pool.invokeAll(jobs)) {
        total += each.get();
      }
      if (total != images.size()) {
        throw new IllegalStateException("only " + total + " of " + images.size() + " verified");
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<Digest> layout(Path layout, LocalKey key, PublicKeyDetails details)
      throws Exception {
    Path blobs = Files.createDirectories(layout.resolve("blobs/sha256"));
    Digest config = blob(blobs, "{}");
    List<Digest> images = new ArrayList<>();
    var index = new StringBuilder();
    for (int i = 0; i < IMAGES; i++) {
      String image =
          "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"size\":2,\"digest\":\"%s\"},\"layers\":[],\"annotations\":{\"number\":\"%d\"}}"
              .formatted(config, i);
      Digest digest = blob(blobs, image);
      images.add(digest);
      index
          .append(i == 0 ? "" : ",")
          .append(
              "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"size\":%d,\"digest\":\"%s\",\"annotations\":{\"org.opencontainers.image.ref.name\":\"v%d\",\"kind\":\"%s\"}}"
                  .formatted(image.length(), digest, i, Kind.IMAGE));
    }
    Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        layout.resolve("index.json"),
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
            + index
            + "]}");
    try (SignatureStore store = Stores.layout(layout, StoreOptions.STANDARD)) {
      for (Digest digest : images) {
        Subject subject = store.resolve(digest.toString());
        Bytes payload = StatementWriter.signature(digest.encoded(), Map.of());
        Bytes message = Envelope.preAuthentication(Envelope.IN_TOTO, payload);
        Bytes signature = key.sign(message.toArray(), details);
        var envelope =
            new Envelope(payload, Envelope.IN_TOTO, List.of(new Envelope.Signature(signature, "")));
        var evidence =
            new Evidence(
                "bench",
                Evidence.Form.BUNDLE_0_3,
                new Evidence.Signer.Key(key.publicKey().id().toBase64()),
                new Evidence.Signed.Dsse(envelope, Bytes.EMPTY),
                signature,
                List.of(),
                List.of(),
                Optional.empty());
        store.attach(
            subject,
            BundleWriter.write(evidence),
            new BundleFacts(
                BundleFacts.ENVELOPE, "https://sigstore.dev/cosign/sign/v1", Instant.EPOCH));
      }
    }
    return images;
  }

  private static Digest blob(Path blobs, String text) throws Exception {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Digest digest = Digest.sha256(content);
    Files.write(blobs.resolve(digest.encoded()), content);
    return digest;
  }

  private void processes() throws Exception {
    System.out.printf("%n%-52s %10s %10s%n", "whole processes", "best ms", "mean ms");
    Map<String, List<String>> programs = new HashMap<>();
    programs.put("landwaiter cosign", List.of(program.toString(), "cosign"));
    installed("cosign").ifPresent(path -> programs.put("cosign", List.of(path)));
    for (String name : programs.keySet().stream().sorted().toList()) {
      cold(
          name + " verify-blob, key, no log",
          programs.get(name),
          "verify-blob",
          "--key",
          "keys/empty.pub",
          "--insecure-ignore-tlog",
          "--bundle",
          "out/blob-empty.sigstore.json",
          "files/blob.txt");
      cold(
          name + " verify-blob, key, Rekor v1",
          programs.get(name),
          "verify-blob",
          "--key",
          "keys/empty.pub",
          "--trusted-root",
          "trust/root-all.json",
          "--bundle",
          "out/svc-v1.sigstore.json",
          "files/blob.txt");
      cold(
          name + " verify-blob, certificate, Rekor v2, timestamp",
          programs.get(name),
          "verify-blob",
          "--certificate-identity",
          "alice@example.test",
          "--certificate-oidc-issuer",
          "https://issuer.test",
          "--trusted-root",
          "trust/root-all.json",
          "--bundle",
          "out/kl-full-v2-tsa.sigstore.json",
          "files/blob.txt");
      cold(
          name + " sign-blob, key, no log",
          programs.get(name),
          "sign-blob",
          "--yes",
          "--key",
          "keys/empty.key",
          "--signing-config",
          "trust/sc-none.json",
          "--trusted-root",
          "trust/root-all.json",
          "--bundle",
          folder.resolve("signed.json").toString(),
          "files/blob.txt");
    }
  }

  private static Optional<String> installed(String name) {
    for (String each : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(each, name))) {
        return Optional.of(Path.of(each, name).toString());
      }
    }
    return Optional.empty();
  }

  private void cold(String title, List<String> start, String... words) throws Exception {
    List<String> line = new ArrayList<>(start);
    line.addAll(List.of(words));
    long best = Long.MAX_VALUE;
    long total = 0;
    int rounds = 21;
    for (int i = 0; i <= rounds; i++) {
      var process = new ProcessBuilder(line).directory(material.toFile());
      process.environment().put("COSIGN_PASSWORD", "");
      process.environment().put("HOME", folder.toString());
      process.redirectErrorStream(true).redirectOutput(folder.resolve("printed").toFile());
      long begin = System.nanoTime();
      int code = process.start().waitFor();
      long took = System.nanoTime() - begin;
      if (code != 0) {
        throw new IllegalStateException(
            title + " ended with " + code + ": " + Files.readString(folder.resolve("printed")));
      }
      if (i > 0) {
        best = Math.min(best, took);
        total += took;
      }
    }
    System.out.printf("%-52s %10.0f %10.0f%n", title, best / 1e6, total / rounds / 1e6);
  }
}

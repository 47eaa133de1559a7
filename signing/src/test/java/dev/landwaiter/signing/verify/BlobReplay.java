package dev.landwaiter.signing.verify;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyBundle;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.bundle.SignatureFile;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One recorded line of `verify-blob` or `verify-blob-attestation` in the words of the verifier.
final class BlobReplay {
  static final Path ROOT = Shared.path("conformance/cosign");

  private static final Set<String> SWITCHES =
      Set.of(
          "--insecure-ignore-tlog",
          "--insecure-ignore-sct",
          "--use-signed-timestamps",
          "--offline",
          "--allow-certificate-chain");

  private final boolean attestation;
  private final Map<String, String> flags = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> files = new ArrayList<>();
  private final Instant at;

  BlobReplay(Value row) {
    List<String> words = new ArrayList<>();
    if (row.get("args").orElseThrow() instanceof ArrayValue array) {
      for (Value each : array.elements()) {
        words.add(((StringValue) each).text());
      }
    }
    attestation = words.getFirst().equals("verify-blob-attestation");
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (!word.startsWith("--")) {
        files.add(word);
      } else if (equals > 0) {
        flags.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (SWITCHES.contains(word)) {
        flags.put(word, "true");
      } else {
        flags.put(word, i + 1 < words.size() ? words.get(++i) : "");
      }
    }
    row.get("env")
        .ifPresent(env ->
            env.members()
                .forEach((name, value) ->
                    environment.put(((StringValue) name).text(), ((StringValue) value).text())));
    at = Instant.parse(row.text("at"));
  }

  /// Some signatures were to be written, but the original could not.
  boolean wasWritten(String wanted) {
    return !wanted.contains("where a signature was written")
        || Files.exists(ROOT.resolve(flag("--bundle") + flag("--signature")));
  }

  boolean needsNetwork() {
    return environment.containsKey("TUF_MIRROR");
  }

  /// What the line contradicts itself in; the command line finds it before any verifier is asked.
  private void usage() throws IOException {
    boolean keyed = !flag("--key").isEmpty();
    boolean named =
        !flag("--certificate-identity").isEmpty()
            || !flag("--certificate-identity-regexp").isEmpty();
    Evidence evidence = evidence();
    boolean bundle = evidence.form() != Evidence.Form.LEGACY;
    boolean pieces =
        flags.containsKey("--certificate")
            || flags.containsKey("--ca-roots")
            || flags.containsKey("--sct");
    boolean twice =
        !flag("--certificate-identity").isEmpty()
            && !flag("--certificate-identity-regexp").isEmpty();
    boolean digestOfFile = !files.isEmpty() && Digest.parse(files.getFirst()).isPresent();
    if (keyed == named
        || twice
        || (!bundle && digestOfFile)
        || (keyed && flags.containsKey("--certificate"))
        || (bundle && pieces)
        || (bundle && flag("--new-bundle-format").equals("false"))
        || (!bundle && flags.containsKey("--trusted-root"))
        || (flags.containsKey("--ca-roots") && flags.containsKey("--certificate-chain"))
        || flags.containsKey("--digest") != flags.containsKey("--digestAlg")) {
      throw new RefusedException(FailureClass.USAGE, "contradictory options");
    }
  }

  Outcome verify() throws IOException {
    try {
      usage();
      TrustedRoot root = root();
      return Verifier.verify(evidence(), artifact(), requirements(), root, at);
    } catch (RefusedException e) {
      return new Outcome.Refused("", Evidence.Form.LEGACY, e.refusal());
    }
  }

  private String flag(String name) {
    return flags.getOrDefault(name, "");
  }

  private boolean on(String name) {
    return flag(name).equals("true");
  }

  private TrustedRoot root() throws IOException {
    if (!flag("--trusted-root").isEmpty()) {
      return TrustedRootReader.read("trusted root", bytes(flag("--trusted-root")));
    }
    List<LogInstance> logs = logs("SIGSTORE_REKOR_PUBLIC_KEY");
    List<LogInstance> certificateLogs = logs("SIGSTORE_CT_LOG_PUBLIC_KEY_FILE");
    List<Authority> authorities = List.of();
    if (!flag("--certificate-chain").isEmpty()) {
      authorities = PiecewiseTrust.chain("chain", bytes(flag("--certificate-chain")));
    } else if (!flag("--ca-roots").isEmpty()) {
      Bytes between =
          flag("--ca-intermediates").isEmpty() ? Bytes.EMPTY : bytes(flag("--ca-intermediates"));
      authorities = PiecewiseTrust.roots("roots", bytes(flag("--ca-roots")), "between", between);
    } else if (environment.containsKey("SIGSTORE_ROOT_FILE")) {
      authorities = PiecewiseTrust.roots("roots", bytes(environment.get("SIGSTORE_ROOT_FILE")));
    }
    List<Authority> stamping =
        flag("--timestamp-certificate-chain").isEmpty()
            ? List.of()
            : PiecewiseTrust.timestampChain("tsa", bytes(flag("--timestamp-certificate-chain")));
    return new TrustedRoot(logs, certificateLogs, authorities, stamping);
  }

  private List<LogInstance> logs(String variable) throws IOException {
    String file = environment.getOrDefault(variable, "");
    return file.isEmpty() ? List.of() : List.of(PiecewiseTrust.log(variable, bytes(file)));
  }

  private Evidence evidence() throws IOException {
    if (!flag("--bundle").isEmpty()) {
      Set<Relaxation> relaxed =
          on("--allow-certificate-chain") ? Set.of(Relaxation.CERTIFICATE_CHAIN_ALLOWED) : Set.of();
      return SignatureFile.read("bundle", bytes(flag("--bundle")), relaxed);
    }
    Evidence.Signer signer =
        flag("--certificate").isEmpty()
            ? new Evidence.Signer.Key("")
            : LegacyParts.signer("certificate", bytes(flag("--certificate")).toText());
    List<Bytes> stamps =
        flag("--rfc3161-timestamp").isEmpty()
            ? List.of()
            : List.of(LegacyParts.timestamp("stamp", bytes(flag("--rfc3161-timestamp"))));
    String given = flag("--signature");
    // A signature may also be written on the line itself.
    Bytes signature = given.endsWith("=") ? Bytes.utf8(given) : bytes(given);
    if (attestation) {
      return LegacyBundle.attestation("envelope", signer, signature, List.of(), stamps);
    }
    Evidence plain =
        LegacyBundle.of(
            "signature", signer, LegacyParts.signature("signature", signature), List.of(), stamps);
    return flag("--sct").isEmpty()
        ? plain
        : new Evidence(
            plain.origin(),
            plain.form(),
            plain.signer(),
            plain.signed(),
            plain.signature(),
            plain.entries(),
            plain.timestamps(),
            Optional.of(bytes(flag("--sct"))));
  }

  private Artifact artifact() throws IOException {
    if (!flag("--digest").isEmpty()) {
      HashAlgorithm algorithm =
          HashAlgorithm.shortNamed(flags.getOrDefault("--digestAlg", "sha256"))
              .orElseThrow(() -> new RefusedException(FailureClass.USAGE, "digestAlg"));
      Map<HashAlgorithm, Bytes> digests = new EnumMap<>(HashAlgorithm.class);
      digests.put(algorithm, Bytes.hex(flag("--digest")));
      return new Artifact.Digests(digests);
    }
    Optional<Digest> named = files.isEmpty() ? Optional.empty() : Digest.parse(files.getFirst());
    if (named.isPresent() && !attestation) {
      return new Artifact.Image(named.get());
    }
    return files.isEmpty()
        ? new Artifact.Digests(Map.of())
        : new Artifact.Blob(bytes(files.getFirst()));
  }

  private Requirements requirements() throws IOException {
    boolean keyed = !flag("--key").isEmpty();
    Requirements.Signer signer =
        keyed
            ? new Requirements.Signer.Key(PublicKeys.pem("key", key(flag("--key"))), Window.OPEN)
            : new Requirements.Signer.Identities(List.of(identity()));
    boolean stamped =
        on("--use-signed-timestamps")
            || !flag("--timestamp-certificate-chain").isEmpty()
            || !flag("--rfc3161-timestamp").isEmpty();
    Set<Relaxation> relaxed = EnumSet.noneOf(Relaxation.class);
    if (flag("--check-claims").equals("false")) {
      relaxed.add(Relaxation.CLAIMS_NOT_CHECKED);
    }
    if (!attestation) {
      relaxed.add(Relaxation.ANY_PREDICATE);
    }
    return new Requirements(
        signer,
        on("--insecure-ignore-tlog") ? 0 : 1,
        stamped ? 1 : 0,
        keyed || on("--insecure-ignore-sct") ? 0 : 1,
        attestation
            ? new Requirements.Wanted.Attestation(
                Set.of(PredicateType.uriOf(flags.getOrDefault("--type", "custom"))))
            : new Requirements.Wanted.Signature(),
        Map.of(),
        relaxed);
  }

  private Bytes key(String reference) throws IOException {
    if (reference.startsWith("env://")) {
      return Bytes.utf8(environment.getOrDefault(reference.substring(6), ""));
    }
    if (reference.contains("://")) {
      throw new RefusedException(FailureClass.USAGE, "no such key");
    }
    return bytes(reference);
  }

  private Identity identity() {
    Map<Integer, String> extensions = new HashMap<>();
    List<String> words = List.of("trigger", "sha", "name", "repository", "ref");
    for (int i = 0; i < words.size(); i++) {
      String value = flag("--certificate-github-workflow-" + words.get(i));
      if (!value.isEmpty()) {
        extensions.put(i + 2, value);
      }
    }
    return new Identity(
        flag("--certificate-identity"),
        flag("--certificate-identity-regexp"),
        flag("--certificate-oidc-issuer"),
        flag("--certificate-oidc-issuer-regexp"),
        extensions);
  }

  private static Bytes bytes(String file) throws IOException {
    Path path = ROOT.resolve(file);
    if (file.isEmpty() || !Files.exists(path)) {
      throw new RefusedException(FailureClass.USAGE, "no file " + file);
    }
    return Bytes.of(Files.readAllBytes(path));
  }
}

package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.ImagePolicy;
import dev.landwaiter.signing.policy.ImagePolicy.Attestation;
import dev.landwaiter.signing.policy.ImagePolicy.ImageAuthority;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.Stores;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges images by policies: all that are about an image must pass, and a policy passes when one
/// of its authorities does. An image that no policy is about is refused.
final class ImagePolicyRun {
  private final Invocation invocation;
  private final List<ImagePolicy> policies;
  private final Policies world;
  private final Registry registry;
  private final StoreOptions options;
  private final RepositoryTrust standard;

  ImagePolicyRun(Invocation invocation, List<ImagePolicy> policies, Registry registry)
      throws UsageException, IOException {
    this.invocation = invocation;
    this.policies = policies;
    this.world = Policies.read(invocation);
    this.registry = registry;
    this.options = StoreSettings.of(invocation);
    this.standard = new RepositoryTrust(invocation);
  }

  /// What became of the authorities of all policies for one image.
  private record Judged(List<Outcome> outcomes, List<Refusal> refusals) {}

  static int verify(Invocation invocation, List<ImagePolicy> policies, ImageRun.Registries access)
      throws UsageException, IOException {
    var registry = new Registry(access.of(invocation), Limits.STANDARD);
    var run = new ImagePolicyRun(invocation, policies, registry);
    var report = new VerifyReport(invocation);
    for (String image : invocation.arguments()) {
      try {
        report.add(run.entry(image));
      } catch (RefusedException e) {
        if (e.kind() == FailureClass.TRUST_ROOT || e.kind() == FailureClass.USAGE) {
          throw e;
        }
        report.add(image, e.refusal());
      }
    }
    return report.finish();
  }

  private VerifyReport.Entry entry(String image) throws UsageException, IOException {
    Reference reference = StoreSettings.reference(image);
    String name = reference.toString();
    List<ImagePolicy> about =
        policies.stream().filter(each -> each.about(List.of(name, image))).toList();
    List<Refusal> refusals = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    if (about.isEmpty()) {
      refusals.add(Refusal.of(FailureClass.POLICY, "no policy is about this image"));
      return new VerifyReport.Entry(name, "", outcomes, refusals, 0);
    }
    Digest digest;
    try (SignatureStore store = Stores.registry(registry, reference, Purpose.PULL, options)) {
      digest = store.resolve(reference.identifier()).digest();
    }
    boolean fixed = false;
    for (ImagePolicy policy : about) {
      var judged = new Judged(outcomes, new ArrayList<>());
      boolean passes = false;
      for (ImageAuthority authority : policy.authorities()) {
        passes = passes || passes(reference, digest, authority, judged);
        fixed |= authority instanceof ImageAuthority.Fixed;
      }
      if (passes) {
        continue;
      }
      if (policy.authorities().isEmpty()) {
        judged.refusals().add(Refusal.of(FailureClass.POLICY, "it names no authority"));
      }
      for (Refusal each : judged.refusals()) {
        if (policy.warnsOnly()) {
          invocation.log().warn("policy " + policy.name() + ": " + VerifiedWords.line(each));
        } else {
          refusals.add(each.in("policy " + policy.name()));
        }
      }
      fixed |= policy.warnsOnly();
    }
    return new VerifyReport.Entry(name, digest.toString(), outcomes, refusals, 0, fixed);
  }

  private boolean passes(
      Reference reference, Digest digest, ImageAuthority authority, Judged judged)
      throws UsageException, IOException {
    return switch (authority) {
      case ImageAuthority.Fixed(String name, boolean passes, String message) -> {
        if (!passes) {
          judged
              .refusals()
              .add(Refusal.of(FailureClass.POLICY, "authority %s: %s".formatted(name, message)));
        }
        yield passes;
      }
      case ImageAuthority.Signed signed -> signed(reference, digest, signed, judged);
    };
  }

  private boolean signed(
      Reference reference, Digest digest, ImageAuthority.Signed authority, Judged judged)
      throws UsageException, IOException {
    TrustedRoot root = root(authority);
    StoreOptions where = where(authority);
    try (SignatureStore store = Stores.registry(registry, reference, Purpose.PULL, where)) {
      if (authority.attestations().isEmpty()) {
        ImageVerdict verdict =
            verdict(store, reference, digest, authority, authority.requirements(), root);
        keep(verdict, judged);
        if (verdict.accepted().isEmpty()) {
          judged.refusals().add(missing(authority, "signature", verdict));
        }
        return !verdict.accepted().isEmpty();
      }
      boolean all = true;
      for (Attestation each : authority.attestations()) {
        Requirements wanted =
            authority
                .requirements()
                .withWanted(new Requirements.Wanted.Attestation(Set.of(each.predicateType())));
        ImageVerdict verdict = verdict(store, reference, digest, authority, wanted, root);
        keep(verdict, judged);
        List<Refusal> refused = new ArrayList<>();
        if (!world.anyAllowed(each.policy(), verdict.accepted(), refused)) {
          judged
              .refusals()
              .add(
                  refused.isEmpty()
                      ? missing(authority, "attestation " + each.name(), verdict)
                      : refused.getFirst());
          all = false;
        }
      }
      return all;
    }
  }

  private static void keep(ImageVerdict verdict, Judged judged) {
    judged.outcomes().addAll(verdict.outcomes());
  }

  private static Refusal missing(
      ImageAuthority.Signed authority, String what, ImageVerdict verdict) {
    Optional<Refusal> first = verdict.refused().stream().map(Outcome.Refused::refusal).findFirst();
    return first
        .map(each -> each.in("authority %s, %s".formatted(authority.name(), what)))
        .orElse(
            Refusal.of(
                FailureClass.NOT_FOUND,
                "authority %s: there is no %s".formatted(authority.name(), what)));
  }

  private ImageVerdict verdict(
      SignatureStore store,
      Reference reference,
      Digest digest,
      ImageAuthority.Signed authority,
      Requirements requirements,
      TrustedRoot root)
      throws UsageException, IOException {
    boolean attested = requirements.wanted() instanceof Requirements.Wanted.Attestation;
    var verifier =
        new ImageVerifier(
            Judging.by(invocation, requirements, root),
            attested ? Kind.ATTESTATION : Kind.SIGNATURE,
            !authority.form().equals("legacy"),
            Optional.empty());
    ImageVerdict verdict = verifier.verify(store, reference.toString(), digest);
    return authority.form().equals("bundle") ? verdict.bundled() : verdict;
  }

  private StoreOptions where(ImageAuthority.Signed authority) throws UsageException {
    String repository = authority.source().repository();
    return new StoreOptions(
        repository.isEmpty()
            ? options.repository()
            : Optional.of(StoreSettings.reference(repository)),
        authority.source().tagPrefix(),
        options.dockerTypes(),
        options.legacyReferrers(),
        options.contentLimit(),
        options.workers(),
        options.created());
  }

  /// What certificates, logs and timestamps of an authority are checked by.
  private TrustedRoot root(ImageAuthority.Signed authority) throws UsageException, IOException {
    Requirements wanted = authority.requirements();
    boolean needed =
        wanted.logs() > 0
            || wanted.timestamps() > 0
            || wanted.signer() instanceof Requirements.Signer.Identities;
    if (!needed) {
      return TrustedRoot.NOTHING;
    }
    String file = invocation.values().text(CosignFlags.TRUSTED_ROOT);
    TrustedRoot root =
        file.isEmpty()
            ? standard.root()
            : TrustedRootReader.read(file, FileText.read(invocation, "--trusted-root", file));
    String pem = authority.trust().certificates();
    String url = authority.trust().url();
    if (!pem.isEmpty()) {
      return with(root, PiecewiseTrust.roots(authority.name() + ": ca-cert", Bytes.utf8(pem)));
    }
    if (url.isEmpty()) {
      return root;
    }
    List<Authority> those =
        root.certificateAuthorities().stream().filter(each -> same(each.uri(), url)).toList();
    if (those.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          "authority %s: the trusted root knows no certificate authority at %s"
              .formatted(authority.name(), url));
    }
    return with(root, those);
  }

  private static TrustedRoot with(TrustedRoot root, List<Authority> authorities) {
    return new TrustedRoot(
        root.logs(), root.certificateLogs(), authorities, root.timestampAuthorities());
  }

  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}

package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.key.KeyReference;
import dev.landwaiter.signing.policy.cluster.Keys;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.KeySource;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.Word;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom an authority's word is believed by, and what it asks of a signature.
///
/// @param root everything that is trusted beside a key
/// @param details the only way in which the key may have signed, where the policy names a hash
record AuthorityTrust(
    TrustedRoot root, Requirements requirements, Optional<PublicKeyDetails> details) {
  /// Finds it.
  ///
  /// @throws RefusedException with TRUST_ROOT when something that is needed is not known, with
  ///   USAGE for keys of services, with TRANSPORT when somebody could not be asked
  static AuthorityTrust of(PolicyAuthority authority, Trusts trusts, Surroundings around)
      throws IOException {
    return switch (authority.word()) {
      case Word.Key(KeySource source, Optional<HashAlgorithm> hash) -> {
        VerificationKey key = Keys.one("the key", pem(source, around));
        Optional<PublicKeyDetails> details = Optional.empty();
        if (hash.isPresent()) {
          details = Optional.of(Keys.details("the key", key, hash.get()));
          key = new VerificationKey(key.key(), key.spki(), details.get());
        }
        yield key(authority, key, details, trusts);
      }
      case Word.Keyless keyless -> keyless(authority, keyless, trusts, around);
      case Word.Static fixed ->
          throw new IllegalArgumentException("the word of nobody needs no trust");
    };
  }

  private static AuthorityTrust key(
      PolicyAuthority authority,
      VerificationKey key,
      Optional<PublicKeyDetails> details,
      Trusts trusts)
      throws IOException {
    boolean stamped = !authority.timestampRoot().isEmpty();
    boolean logged = !stamped && authority.log().isPresent();
    var root =
        new TrustedRoot(
            logged ? logRoot(authority, "", trusts).logs() : List.of(),
            List.of(),
            List.of(),
            stamped ? trusts.root(authority.timestampRoot()).timestampAuthorities() : List.of());
    return new AuthorityTrust(
        root,
        asked(new Requirements.Signer.Key(key, Window.OPEN), logged, stamped, false),
        details);
  }

  private static AuthorityTrust keyless(
      PolicyAuthority authority, Word.Keyless keyless, Trusts trusts, Surroundings around)
      throws IOException {
    boolean stamped = !authority.timestampRoot().isEmpty();
    List<Authority> authorities =
        keyless.certificates().isPresent()
            ? Keys.authorities("ca-cert", pem(keyless.certificates().get(), around))
            : authorities(keyless, trusts);
    TrustedRoot times =
        stamped
            ? trusts.root(authority.timestampRoot())
            : logRoot(authority, keyless.trustRoot(), trusts);
    var root =
        new TrustedRoot(
            stamped ? List.of() : times.logs(),
            keyless.ignoreTransparency()
                ? List.of()
                : trusts.root(keyless.trustRoot()).certificateLogs(),
            authorities,
            times.timestampAuthorities());
    var signer = new Requirements.Signer.Identities(keyless.any());
    return new AuthorityTrust(
        root, asked(signer, !stamped, stamped, !keyless.ignoreTransparency()), Optional.empty());
  }

  private static Requirements asked(
      Requirements.Signer signer, boolean logged, boolean stamped, boolean transparent) {
    return new Requirements(
        signer,
        logged ? 1 : 0,
        stamped ? 1 : 0,
        transparent ? 1 : 0,
        new Requirements.Wanted.Signature(),
        Map.of(),
        Set.of());
  }

  /// The authorities of a root. Where a policy names no TrustRoot, the address that it names must
  /// be one that the standard root knows.
  private static List<Authority> authorities(Word.Keyless keyless, Trusts trusts)
      throws IOException {
    List<Authority> all = trusts.root(keyless.trustRoot()).certificateAuthorities();
    if (!keyless.trustRoot().isEmpty() || keyless.url().isEmpty()) {
      return all;
    }
    List<Authority> named = all.stream().filter(each -> same(each.uri(), keyless.url())).toList();
    if (named.isEmpty()) {
      throw unknown("certificate authority", keyless.url());
    }
    return named;
  }

  /// The root that holds the log: the one that is named, else the first of the authority's own and
  /// the standard one that knows the log's address.
  private static TrustedRoot logRoot(PolicyAuthority authority, String own, Trusts trusts)
      throws IOException {
    if (authority.log().isEmpty()) {
      return trusts.root(own);
    }
    PolicyAuthority.Log log = authority.log().get();
    if (!log.trustRoot().isEmpty()) {
      return trusts.root(log.trustRoot());
    }
    if (log.url().isEmpty() || knows(trusts.root(own), log.url())) {
      return trusts.root(own);
    }
    if (!own.isEmpty() && knows(trusts.root(""), log.url())) {
      return trusts.root("");
    }
    throw unknown("log", log.url());
  }

  private static boolean knows(TrustedRoot root, String url) {
    for (LogInstance each : root.logs()) {
      if (same(each.baseUrl(), url)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static RefusedException unknown(String what, String url) {
    return new RefusedException(
        FailureClass.TRUST_ROOT,
        "no trusted root knows the %s %s; name a TrustRoot that does with trustRootRef"
            .formatted(what, url));
  }

  private static String pem(KeySource source, Surroundings around) throws IOException {
    return switch (source) {
      case KeySource.Data(String pem) -> pem;
      case KeySource.Service(String uri) ->
          throw new RefusedException(
              FailureClass.USAGE,
              "the key service of '" + uri + "' is not built; " + KeyReference.BUILT);
      case KeySource.Secret secret -> secret(secret, around).toText();
    };
  }

  private static Bytes secret(KeySource.Secret secret, Surroundings around) throws IOException {
    String namespace = secret.namespace().isEmpty() ? around.namespace() : secret.namespace();
    Optional<Map<String, Bytes>> data =
        around.objects().read(new PolicyDocuments.ObjectName("Secret", namespace, secret.name()));
    String name = namespace + "/" + secret.name();
    if (data.isEmpty()) {
      throw new RefusedException(FailureClass.TRUST_ROOT, "the Secret " + name + " is not there");
    }
    if (data.get().size() != 1) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          "the Secret %s must hold one value, not %d".formatted(name, data.get().size()));
    }
    return data.get().values().iterator().next();
  }
}

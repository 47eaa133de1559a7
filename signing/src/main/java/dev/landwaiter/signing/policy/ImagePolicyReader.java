package dev.landwaiter.signing.policy;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.policy.ImagePolicy.Attestation;
import dev.landwaiter.signing.policy.ImagePolicy.AuthorityTrust;
import dev.landwaiter.signing.policy.ImagePolicy.ImageAuthority;
import dev.landwaiter.signing.policy.ImagePolicy.Source;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.verify.Requirements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads policies for images from documents. A member that is unknown, or asks for something that
/// cannot be had without a cluster, is refused: a policy of which a part is left out says something
/// else.
public final class ImagePolicyReader {
  private static final Set<String> HASHES = Set.of("", "sha256", "sha384", "sha512");

  private final boolean trusted;

  /// For one command.
  ///
  /// @param trusted whether the user named a trusted root, which then stands for every
  ///   `trustRootRef`
  public ImagePolicyReader(boolean trusted) {
    this.trusted = trusted;
  }

  /// Reads one document.
  ///
  /// @throws RefusedException with USAGE
  public ImagePolicy read(Value document) throws RefusedException {
    if (!document.text("kind").equals("ClusterImagePolicy")
        || !document.text("apiVersion").startsWith("policy.sigstore.dev/")) {
      throw wrong("", "a ClusterImagePolicy of policy.sigstore.dev was expected");
    }
    String name = document.get("metadata").map(each -> each.text("name")).orElse("");
    String where = "policy " + name;
    Value spec = document.get("spec").orElse(NullValue.NULL);
    only(where + ": spec", spec, Set.of("images", "match", "mode", "authorities"));
    List<ImageGlob> images = new ArrayList<>();
    for (Value each : list(spec, "images")) {
      only(where + ": images", each, Set.of("glob"));
      images.add(ImageGlob.parse(each.text("glob")));
    }
    if (images.isEmpty()) {
      throw wrong(where, "it is about no image");
    }
    String mode = spec.text("mode");
    if (!Set.of("", "enforce", "warn").contains(mode)) {
      throw wrong(where, "the mode \"" + mode + "\" is neither enforce nor warn");
    }
    List<ImageAuthority> authorities = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Value each : list(spec, "authorities")) {
      String standard = "authority-" + authorities.size();
      ImageAuthority authority = authority(where, each, standard);
      if (!names.add(authority.name())) {
        throw wrong(where, "two authorities are called " + authority.name());
      }
      authorities.add(authority);
    }
    return new ImagePolicy(name, images, mode.equals("warn"), authorities);
  }

  private ImageAuthority authority(String policy, Value authority, String standard)
      throws RefusedException {
    String name = authority.text("name").isEmpty() ? standard : authority.text("name");
    String where = policy + ", authority " + name;
    only(
        where,
        authority,
        Set.of(
            "name",
            "key",
            "keyless",
            "static",
            "source",
            "ctlog",
            "rfc3161timestamp",
            "attestations",
            "signatureFormat"));
    int kinds = 0;
    for (String kind : List.of("key", "keyless", "static")) {
      kinds += authority.get(kind).isPresent() ? 1 : 0;
    }
    if (kinds != 1) {
      throw wrong(where, "it wants exactly one of key, keyless and static");
    }
    Optional<Value> fixed = authority.get("static");
    if (fixed.isPresent()) {
      return fixed(where, name, fixed.get(), authority);
    }
    List<Attestation> attestations = new ArrayList<>();
    for (Value each : list(authority, "attestations")) {
      attestations.add(attestation(where, each));
    }
    String form = authority.text("signatureFormat");
    if (!Set.of("", "legacy", "bundle").contains(form)) {
      throw wrong(where, "the form \"" + form + "\" is neither legacy nor bundle");
    }
    boolean stamped = authority.get("rfc3161timestamp").isPresent();
    boolean logged = authority.get("ctlog").isPresent();
    trustRoot(where, authority.get("ctlog"), Set.of("url", "trustRootRef"));
    trustRoot(where, authority.get("rfc3161timestamp"), Set.of("trustRootRef"));
    Optional<Value> key = authority.get("key");
    Requirements requirements =
        key.isPresent()
            ? key(where, key.get()).withLogs(logged && !stamped ? 1 : 0)
            : keyless(where, authority.get("keyless").orElseThrow()).withLogs(stamped ? 0 : 1);
    return new ImageAuthority.Signed(
        name,
        requirements.withTimestamps(stamped ? 1 : 0),
        key.isPresent()
            ? new AuthorityTrust("", "")
            : trust(where, authority.get("keyless").orElseThrow()),
        attestations,
        source(where, authority),
        form);
  }

  private static ImageAuthority fixed(String where, String name, Value fixed, Value authority)
      throws RefusedException {
    only(where + ": static", fixed, Set.of("action", "message"));
    for (String other : List.of("attestations", "source", "ctlog", "rfc3161timestamp")) {
      if (authority.get(other).isPresent()) {
        throw wrong(where, "static excludes " + other);
      }
    }
    String action = fixed.text("action");
    if (!action.equals("pass") && !action.equals("fail")) {
      throw wrong(where, "the action \"" + action + "\" is neither pass nor fail");
    }
    return new ImageAuthority.Fixed(name, action.equals("pass"), fixed.text("message"));
  }

  private static Requirements key(String where, Value key) throws RefusedException {
    only(where + ": key", key, Set.of("data", "hashAlgorithm"));
    if (!HASHES.contains(key.text("hashAlgorithm"))) {
      throw wrong(where, "the hash \"" + key.text("hashAlgorithm") + "\" is not permitted");
    }
    return new Requirements(
        new Requirements.Signer.Key(
            PublicKeys.pem(where, Bytes.utf8(key.text("data"))), Window.OPEN),
        0,
        0,
        0,
        new Requirements.Wanted.Signature(),
        Map.of(),
        Set.of());
  }

  private Requirements keyless(String where, Value keyless) throws RefusedException {
    only(
        where + ": keyless",
        keyless,
        Set.of("url", "ca-cert", "identities", "trustRootRef", "insecureIgnoreSCT"));
    trustRoot(where, Optional.of(keyless), Set.of());
    List<Identity> identities = new ArrayList<>();
    for (Value each : list(keyless, "identities")) {
      only(
          where + ": identities",
          each,
          Set.of("issuer", "issuerRegExp", "subject", "subjectRegExp"));
      boolean whole =
          each.text("issuer").isEmpty() != each.text("issuerRegExp").isEmpty()
              && each.text("subject").isEmpty() != each.text("subjectRegExp").isEmpty();
      if (!whole) {
        throw wrong(
            where, "an identity wants one issuer and one subject, each a text or a pattern");
      }
      identities.add(
          new Identity(
              each.text("subject"),
              each.text("subjectRegExp"),
              each.text("issuer"),
              each.text("issuerRegExp"),
              Map.of()));
    }
    if (identities.isEmpty()) {
      throw wrong(where, "keyless wants identities");
    }
    boolean relaxed =
        keyless.get("insecureIgnoreSCT").orElse(NullValue.NULL)
                instanceof BooleanValue(boolean flag)
            && flag;
    return Requirements.identities(identities).withCertificateLogs(relaxed ? 0 : 1);
  }

  private static AuthorityTrust trust(String where, Value keyless) throws RefusedException {
    Value certificates = keyless.get("ca-cert").orElse(NullValue.NULL);
    only(where + ": ca-cert", certificates, Set.of("data"));
    String data = certificates.text("data");
    String url = keyless.text("url");
    if (!data.isEmpty() && !url.isEmpty()) {
      throw wrong(where, "url and ca-cert exclude each other");
    }
    return new AuthorityTrust(data, url);
  }

  /// What a `trustRootRef` names lies in the cluster; a trusted root of the user stands for it.
  private void trustRoot(String where, Optional<Value> part, Set<String> members)
      throws RefusedException {
    if (part.isEmpty()) {
      return;
    }
    if (!members.isEmpty()) {
      only(where, part.get(), members);
    }
    String root = part.get().text("trustRootRef");
    if (!root.isEmpty() && !trusted) {
      throw wrong(
          where,
          "the trust root \""
              + root
              + "\" lies in the cluster: name its content by --trusted-root");
    }
  }

  private static Source source(String where, Value authority) throws RefusedException {
    List<Value> sources = list(authority, "source");
    if (sources.size() > 1) {
      throw wrong(where, "more than one source");
    }
    if (sources.isEmpty()) {
      return new Source("", "");
    }
    Value source = sources.getFirst();
    // Pull secrets only say who asks.
    only(where + ": source", source, Set.of("oci", "tagPrefix", "signaturePullSecrets"));
    return new Source(source.text("oci"), source.text("tagPrefix"));
  }

  private static Attestation attestation(String where, Value attestation) throws RefusedException {
    only(where + ": attestations", attestation, Set.of("name", "predicateType", "policy"));
    String type = attestation.text("predicateType");
    if (type.isEmpty() || attestation.text("name").isEmpty()) {
      throw wrong(where, "an attestation wants a name and a predicateType");
    }
    Optional<AttestationPolicy> policy = Optional.empty();
    Optional<Value> given = attestation.get("policy");
    if (given.isPresent()) {
      only(where + ": policy", given.get(), Set.of("type", "data"));
      if (!given.get().text("type").equals("rego") || given.get().text("data").isEmpty()) {
        throw wrong(
            where, "policies are evaluated when they are of the type rego, with their data beside");
      }
      policy =
          Optional.of(
              AttestationPolicy.compliance(
                  where + ", attestation " + attestation.text("name"), given.get().text("data")));
    }
    return new Attestation(attestation.text("name"), PredicateType.uriOf(type), policy);
  }

  private static List<Value> list(Value of, String name) throws RefusedException {
    Value value = of.get(name).orElse(NullValue.NULL);
    return switch (value) {
      case NullValue nothing -> List.of();
      case ArrayValue array -> array.elements();
      default -> throw wrong(name, "a list was expected");
    };
  }

  private static void only(String where, Value value, Set<String> members) throws RefusedException {
    if (value instanceof NullValue) {
      return;
    }
    if (!(value instanceof ObjectValue object)) {
      throw wrong(where, "an object was expected");
    }
    for (Value key : object.members().keySet()) {
      if (!members.contains(key.asText())) {
        throw wrong(where, "\"" + key.asText() + "\" is not evaluated without a cluster");
      }
    }
  }

  private static RefusedException wrong(String where, String why) {
    return new RefusedException(FailureClass.USAGE, where.isEmpty() ? why : where + ": " + why);
  }
}

package dev.landwaiter.signing.policy.cluster.reading;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.policy.cluster.Keys;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.Format;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.KeySource;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.Log;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.SignatureSource;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.WantedAttestation;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority.Word;
import dev.landwaiter.signing.policy.cluster.PolicyText;
import dev.landwaiter.signing.statement.PredicateType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads authorities.
record AuthorityReader(List<String> warnings) {
  private static final List<String> NOT_WITH_STATIC =
      List.of("attestations", "source", "ctlog", "rfc3161timestamp", "signatureFormat");

  PolicyAuthority read(Field field, int index) throws RefusedException {
    field.only(
        "name",
        "key",
        "keyless",
        "static",
        "source",
        "ctlog",
        "rfc3161timestamp",
        "attestations",
        "signatureFormat");
    String name = field.text("name");
    Field one = field.exactlyOne("key", "keyless", "static");
    Word word =
        switch (one.name()) {
          case "key" -> key(one);
          case "keyless" -> keyless(one);
          default -> fixed(one);
        };
    if (word instanceof Word.Static) {
      for (String each : NOT_WITH_STATIC) {
        if (field.has(each)) {
          throw field.require(each).wrong("an authority that is static has no '" + each + "'");
        }
      }
    }
    Optional<Log> log = log(field);
    String stamps = timestamps(field);
    if (log.isPresent() && !stamps.isEmpty()) {
      warnings.add(
          field.require("ctlog").where()
              + ": with 'rfc3161timestamp' the time comes from there, and no log is asked for");
    }
    return new PolicyAuthority(
        name.isEmpty() ? "authority-" + index : name,
        word,
        source(field),
        log,
        stamps,
        attestations(field),
        format(field));
  }

  private Word key(Field key) throws RefusedException {
    Field one =
        key.only("data", "kms", "secretRef", "hashAlgorithm")
            .exactlyOne("data", "kms", "secretRef");
    KeySource source = source(one, "kms");
    Optional<HashAlgorithm> hash = Optional.empty();
    if (key.has("hashAlgorithm")) {
      String text = key.requireText("hashAlgorithm");
      hash = HashAlgorithm.shortNamed(text);
      if (hash.isEmpty()) {
        throw key.require("hashAlgorithm")
            .wrong(
                text.equals("sha224")
                    ? "sha224 is too weak for signatures here; use sha256, sha384 or sha512"
                    : "the hash is sha256, sha384 or sha512");
      }
    }
    if (source instanceof KeySource.Data(String pem)) {
      VerificationKey read = Keys.one(one.where(), pem);
      if (hash.isPresent()) {
        Keys.details(one.where(), read, hash.get());
      }
    }
    return new Word.Key(source, hash);
  }

  /// @param service the member that names a key service
  private KeySource source(Field one, String service) throws RefusedException {
    return switch (one.name()) {
      case "data" -> new KeySource.Data(one.text());
      case "secretRef" -> {
        one.only("name", "namespace");
        yield new KeySource.Secret(one.text("namespace"), one.requireText("name"));
      }
      default -> {
        String uri = one.text();
        if (!service.equals("kms")
            || List.of("awskms://", "gcpkms://", "azurekms://", "hashivault://").stream()
                .noneMatch(uri::startsWith)) {
          throw one.wrong("it begins with awskms://, gcpkms://, azurekms:// or hashivault://");
        }
        warnings.add(
            one.where() + ": key services are not built: this authority never passes here");
        yield new KeySource.Service(uri);
      }
    };
  }

  private Word keyless(Field field) throws RefusedException {
    field.only("url", "ca-cert", "identities", "trustRootRef", "insecureIgnoreSCT");
    if (field.has("url") && field.has("ca-cert")) {
      throw field.wrong("'url' and 'ca-cert' exclude each other");
    }
    Optional<KeySource> certificates = Optional.empty();
    if (field.has("ca-cert")) {
      Field one = field.require("ca-cert").only("data", "kms", "secretRef", "hashAlgorithm");
      Field source = one.exactlyOne("data", "secretRef");
      certificates = Optional.of(source(source, ""));
      if (certificates.get() instanceof KeySource.Data(String pem)) {
        Keys.authorities(source.where(), pem);
      }
    }
    List<Identity> identities = new ArrayList<>();
    for (Field each : SpecReader.bounded(field, "identities")) {
      identities.add(identity(each));
    }
    if (identities.isEmpty()) {
      throw field.wrong("at least one identity is wanted in 'identities': who may have signed");
    }
    return new Word.Keyless(
        address(field, "url"),
        certificates,
        identities,
        field.text("trustRootRef"),
        field.flag("insecureIgnoreSCT"));
  }

  private Identity identity(Field field) throws RefusedException {
    field.only("issuer", "issuerRegExp", "subject", "subjectRegExp");
    Field issuer = field.exactlyOne("issuer", "issuerRegExp");
    Field subject = field.exactlyOne("subject", "subjectRegExp");
    for (Field each : List.of(issuer, subject)) {
      if (each.text().isEmpty()) {
        throw each.wrong("it is empty");
      }
    }
    return new Identity(
        field.text("subject"),
        pattern(subject, "subjectRegExp"),
        field.text("issuer"),
        pattern(issuer, "issuerRegExp"),
        Map.of());
  }

  private String pattern(Field field, String name) throws RefusedException {
    if (!field.name().equals(name)) {
      return "";
    }
    String text = field.text();
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw field.wrong("it is no regular expression: " + e.getMessage());
    }
    if (!text.startsWith("^") || !text.endsWith("$")) {
      warnings.add(
          "%s: %s '%s' is found anywhere in a name; begin it with ^ and end it with $"
              .formatted(field.where(), name, text));
    }
    return text;
  }

  private static Word fixed(Field field) throws RefusedException {
    field.only("action", "message");
    Field action = field.require("action");
    boolean pass =
        switch (action.text()) {
          case "pass" -> true;
          case "fail" -> false;
          default -> throw action.wrong("the action is 'pass' or 'fail'");
        };
    return new Word.Static(pass, field.text("message"));
  }

  private static Optional<Log> log(Field field) throws RefusedException {
    Optional<Field> log = field.get("ctlog");
    if (log.isEmpty()) {
      return Optional.empty();
    }
    log.get().only("url", "trustRootRef");
    return Optional.of(new Log(address(log.get(), "url"), log.get().text("trustRootRef")));
  }

  private static String timestamps(Field field) throws RefusedException {
    Optional<Field> stamps = field.get("rfc3161timestamp");
    return stamps.isEmpty() ? "" : stamps.get().only("trustRootRef").requireText("trustRootRef");
  }

  private static String address(Field field, String name) throws RefusedException {
    String url = field.text(name);
    if (!url.isEmpty() && !url.startsWith("https://") && !url.startsWith("http://")) {
      throw field.require(name).wrong("an address begins with https:// or http://");
    }
    return url;
  }

  private static Optional<SignatureSource> source(Field field) throws RefusedException {
    List<Field> sources = field.list("source");
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    if (sources.size() > 1) {
      throw field.require("source").wrong("at most one source is wanted");
    }
    Field source = sources.getFirst().only("oci", "signaturePullSecrets", "tagPrefix");
    List<String> secrets = new ArrayList<>();
    for (Field each : SpecReader.bounded(source, "signaturePullSecrets")) {
      secrets.add(each.only("name").requireText("name"));
    }
    String prefix = source.text("tagPrefix");
    if (!prefix.matches("([A-Za-z0-9_][A-Za-z0-9_.-]{0,50})?")) {
      throw source
          .require("tagPrefix")
          .wrong("the beginning of a tag has up to 51 letters, digits and characters of _ . -");
    }
    return Optional.of(new SignatureSource(source.text("oci"), secrets, prefix));
  }

  private List<WantedAttestation> attestations(Field field) throws RefusedException {
    List<WantedAttestation> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Field each : SpecReader.bounded(field, "attestations")) {
      each.only("name", "predicateType", "policy");
      String name = each.requireText("name");
      if (!names.add(name)) {
        throw each.require("name").wrong("there is another attestation of this name");
      }
      Optional<Field> policy = each.get("policy");
      Optional<PolicyText> text =
          policy.isEmpty() ? Optional.empty() : Optional.of(TextReader.ofAttestation(policy.get()));
      String type = each.requireText("predicateType");
      if (!type.contains(":")) {
        String meant = PredicateType.uriOf(type);
        warnings.add(
            each.require("predicateType").where()
                + (meant.equals(type)
                    ? ": '" + type + "' is no address and no short name of a predicate type"
                    : ": write " + meant + " instead of the short name '" + type + "'"));
      }
      all.add(new WantedAttestation(name, type, text));
    }
    return all;
  }

  private static Format format(Field field) throws RefusedException {
    return switch (field.text("signatureFormat")) {
      case "" -> Format.ANY;
      case "legacy" -> Format.LEGACY;
      case "bundle" -> Format.BUNDLE;
      default -> throw field.require("signatureFormat").wrong("it is 'legacy' or 'bundle'");
    };
  }
}

package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the extensions of a certificate say (RFC 5280, 4.2). Filled by its reader, then only read.
final class Extensions {
  private final List<Extension> all = new ArrayList<>();
  private final List<ObjectId> unhandled = new ArrayList<>();
  private int keyUsage;
  private Optional<Integer> pathLength = Optional.empty();
  private boolean authority;
  private AlternativeNames names = AlternativeNames.NONE;
  private NameConstraints constraints = NameConstraints.NONE;
  private final List<Integer> purposes = new ArrayList<>();
  private final List<ObjectId> unknownPurposes = new ArrayList<>();
  private Optional<byte[]> subjectKeyId = Optional.empty();
  private Optional<byte[]> authorityKeyId = Optional.empty();
  private final List<String> ocspServers = new ArrayList<>();
  private final List<String> issuers = new ArrayList<>();
  private final List<String> revocationLists = new ArrayList<>();
  private final Policies policies = new Policies();

  void add(Extension extension) throws BuiltinException {
    for (Extension other : all) {
      if (other.oid().equals(extension.oid())) {
        throw BuiltinException.failure(
            "x509: certificate contains duplicate extension with OID \""
                + extension.oid().text()
                + "\"");
      }
    }
    if (all.size() == 200) {
      throw BuiltinException.failure("a certificate with more than 200 extensions");
    }
    all.add(extension);
  }

  void interpret() throws BuiltinException {
    for (Extension extension : all) {
      if (!handled(extension) && extension.critical()) {
        unhandled.add(extension.oid());
      }
    }
  }

  private boolean handled(Extension extension) throws BuiltinException {
    var der = new Der(extension.content());
    switch (extension.oid().text()) {
      case "2.5.29.15" -> readKeyUsage(der.bits("x509: invalid key usage"));
      case "2.5.29.19" -> readBasicConstraints(der);
      case "2.5.29.17" -> {
        names = AlternativeNames.of(der);
        return !names.isEmpty();
      }
      case "2.5.29.30" -> {
        constraints = NameConstraints.of(der, extension.critical());
        return constraints.complete();
      }
      case "2.5.29.31" -> readRevocationLists(der);
      case "2.5.29.35" -> readAuthorityKeyId(der, extension.critical());
      case "2.5.29.37" -> readPurposes(der);
      case "2.5.29.14" -> {
        if (extension.critical()) {
          throw BuiltinException.failure(
              "x509: subject key identifier incorrectly marked critical");
        }
        String wrong = "x509: invalid subject key identifier";
        subjectKeyId = Optional.of(der.content(Der.OCTET_STRING, wrong).rest());
      }
      case "2.5.29.32" -> policies.readPolicies(der);
      case "2.5.29.33" -> policies.readMappings(der);
      case "2.5.29.36" -> policies.readConstraints(der);
      case "2.5.29.54" -> policies.readInhibitAny(der);
      case "1.3.6.1.5.5.7.1.1" -> readInformationAccess(der, extension.critical());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void readKeyUsage(BitString bits) {
    for (int i = 0; i < 9; i++) {
      keyUsage |= bits.bit(i) ? 1 << i : 0;
    }
  }

  private void readBasicConstraints(Der der) throws BuiltinException {
    String wrong = "x509: invalid basic constraints";
    var fields = der.content(Der.SEQUENCE, wrong);
    authority = fields.is(Der.BOOLEAN) && fields.flag(wrong);
    pathLength = Optional.of(fields.is(Der.INTEGER) ? fields.smallInteger(Der.INTEGER, wrong) : -1);
  }

  private void readPurposes(Der der) throws BuiltinException {
    String wrong = "x509: invalid extended key usages";
    var list = der.content(Der.SEQUENCE, wrong);
    while (!list.isEmpty()) {
      var oid = list.oid(wrong);
      KeyPurpose.byOid(oid.text())
          .ifPresentOrElse(
              purpose -> purposes.add(purpose.number()), () -> unknownPurposes.add(oid));
    }
  }

  private void readAuthorityKeyId(Der der, boolean critical) throws BuiltinException {
    if (critical) {
      throw BuiltinException.failure("x509: authority key identifier incorrectly marked critical");
    }
    String wrong = "x509: invalid authority key identifier";
    var fields = der.content(Der.SEQUENCE, wrong);
    if (fields.is(Der.CONTEXT)) {
      authorityKeyId = Optional.of(fields.content(Der.CONTEXT, wrong).rest());
    }
  }

  private void readRevocationLists(Der der) throws BuiltinException {
    String wrong = "x509: invalid CRL distribution point";
    var points = der.content(Der.SEQUENCE, wrong + "s");
    while (!points.isEmpty()) {
      var point = points.content(Der.SEQUENCE, wrong);
      int tag = Der.CONTEXT | Der.CONSTRUCTED;
      if (point.is(tag)) {
        var name = point.content(tag, wrong).content(tag, wrong);
        while (name.is(Der.CONTEXT | 6)) {
          revocationLists.add(text(name.content(Der.CONTEXT | 6, wrong)));
        }
      }
    }
  }

  private void readInformationAccess(Der der, boolean critical) throws BuiltinException {
    if (critical) {
      throw BuiltinException.failure("x509: authority info access incorrectly marked critical");
    }
    String wrong = "x509: invalid authority info access";
    var list = der.content(Der.SEQUENCE, wrong);
    while (!list.isEmpty()) {
      var access = list.content(Der.SEQUENCE, wrong);
      var method = access.oid(wrong);
      if (access.is(Der.CONTEXT | 6)) {
        String location = text(access.content(Der.CONTEXT | 6, wrong));
        if (method.is("1.3.6.1.5.5.7.48.1")) {
          ocspServers.add(location);
        } else if (method.is("1.3.6.1.5.5.7.48.2")) {
          issuers.add(location);
        }
      }
    }
  }

  static String text(Der content) {
    return new String(content.rest(), StandardCharsets.UTF_8);
  }

  void show(Structure fields) {
    fields
        .set("KeyUsage", keyUsage)
        .set("Extensions", Structure.list(all, Extension::value))
        .none("ExtraExtensions")
        .set("UnhandledCriticalExtensions", Structure.list(unhandled, ObjectId::value))
        .set("ExtKeyUsage", Structure.list(purposes, Value::of))
        .set("UnknownExtKeyUsage", Structure.list(unknownPurposes, ObjectId::value))
        .set("BasicConstraintsValid", pathLength.isPresent())
        .set("IsCA", authority)
        .set("MaxPathLen", pathLength.orElse(0))
        .set("MaxPathLenZero", pathLength.filter(length -> length == 0).isPresent())
        .set("OCSPServer", Structure.texts(ocspServers))
        .set("IssuingCertificateURL", Structure.texts(issuers))
        .set("CRLDistributionPoints", Structure.texts(revocationLists));
    setBytes(fields, "SubjectKeyId", subjectKeyId);
    setBytes(fields, "AuthorityKeyId", authorityKeyId);
    names.show(fields);
    constraints.show(fields);
    policies.show(fields);
  }

  private static void setBytes(Structure fields, String name, Optional<byte[]> bytes) {
    bytes.ifPresentOrElse(known -> fields.set(name, known), () -> fields.none(name));
  }

  /// The purposes by their numbers in [KeyPurpose].
  List<Integer> purposes() {
    return purposes;
  }

  /// Whether purposes are named, known or not.
  boolean limitsPurposes() {
    return !purposes.isEmpty() || !unknownPurposes.isEmpty();
  }

  boolean hasUnhandledCritical() {
    return !unhandled.isEmpty();
  }

  /// Whether keys may sign certificates, as far as the usage of the key says.
  boolean maySignCertificates() {
    return keyUsage == 0 || (keyUsage & 1 << 5) != 0;
  }

  boolean hasBasicConstraints() {
    return pathLength.isPresent();
  }

  boolean isAuthority() {
    return authority;
  }

  /// The most certificates between this authority and the last one; -1 for any number.
  int pathLength() {
    return pathLength.orElse(-1);
  }

  AlternativeNames names() {
    return names;
  }

  NameConstraints constraints() {
    return constraints;
  }

  Optional<byte[]> subjectKeyId() {
    return subjectKeyId;
  }

  Optional<byte[]> authorityKeyId() {
    return authorityKeyId;
  }

  boolean hasAlternativeNames() {
    return all.stream().anyMatch(extension -> extension.oid().is("2.5.29.17"));
  }
}

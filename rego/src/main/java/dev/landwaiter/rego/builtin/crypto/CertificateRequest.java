package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads requests for certificates (PKCS #10, RFC 2986) as Go's x509 shows them.
final class CertificateRequest {
  private static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

  private CertificateRequest() {}

  static Value parse(byte[] der) throws BuiltinException {
    var whole = new Asn1(der);
    byte[] raw = der;
    var request = whole.field(Asn1.SEQUENCE, "certificateRequest");
    if (!whole.isEmpty()) {
      throw BuiltinException.failure("asn1: syntax error: trailing data");
    }
    byte[] rawTbs = element(request, "tbsCertificateRequest");
    var tbs = new Asn1(rawTbs).field(Asn1.SEQUENCE, "tbsCertificateRequest");
    int version = tbs.smallInteger();
    byte[] subject = tbs.element();
    byte[] keyInfo = element(tbs, "publicKeyInfo");
    var info = new Asn1(keyInfo).field(Asn1.SEQUENCE, "publicKeyInfo");
    var keyAlgorithm = info.algorithm();
    var keyBits = info.bits();
    var attributes = tbs.is(2, 0) ? tbs.any() : new Asn1(new byte[0]);
    var algorithm = request.algorithm();
    byte[] signature = request.bits().rightAligned();
    var name = DistinguishedName.of(subject);
    var key = PublicKeys.of(keyAlgorithm, keyBits);
    var extensions = new ArrayList<Extension>();
    Value shownAttributes = attributes(attributes, extensions);
    var names = AlternativeNames.NONE;
    for (Extension extension : extensions) {
      if (extension.oid().is("2.5.29.17")) {
        names = AlternativeNames.of(new Der(extension.content()));
      }
    }
    var fields =
        new Structure()
            .set("Raw", raw)
            .set("RawTBSCertificateRequest", rawTbs)
            .set("RawSubjectPublicKeyInfo", keyInfo)
            .set("RawSubject", subject)
            .set("Version", version)
            .set("Signature", signature)
            .set("SignatureAlgorithm", algorithm.signatureAlgorithm())
            .set("PublicKeyAlgorithm", key.algorithm())
            .set("PublicKey", key.value())
            .set("Subject", name)
            .set("Attributes", shownAttributes)
            .set("Extensions", Structure.list(extensions, Extension::value))
            .none("ExtraExtensions");
    names.show(fields);
    return fields.value();
  }

  /// The next field with its header, once it is known to be a sequence.
  private static byte[] element(Asn1 fields, String type) throws BuiltinException {
    new Asn1(fields.rest()).content(Asn1.SEQUENCE, type);
    return fields.element();
  }

  /// Shows the attributes of the form Go knows and collects the extensions they ask for.
  private static Value attributes(Asn1 list, List<Extension> extensions) throws BuiltinException {
    List<Value> shown = new ArrayList<>();
    while (!list.isEmpty()) {
      byte[] attribute = list.element();
      try {
        shown.add(attribute(attribute));
      } catch (BuiltinException _) {
        // Attributes of another form are left out, as the original does.
      }
      extensions(attribute, extensions);
    }
    return Structure.list(shown, value -> value);
  }

  private static Value attribute(byte[] der) throws BuiltinException {
    var fields = new Asn1(der).field(Asn1.SEQUENCE, "AttributeTypeAndValueSET");
    var type = fields.oid();
    var set = fields.field(17, "");
    List<Value> groups = new ArrayList<>();
    while (!set.isEmpty()) {
      var group = set.field(Asn1.SEQUENCE, "");
      List<Value> pairs = new ArrayList<>();
      while (!group.isEmpty()) {
        var pair = group.field(Asn1.SEQUENCE, "AttributeTypeAndValue");
        var oid = pair.oid();
        pairs.add(new Structure().set("Type", oid.value()).set("Value", any(pair)).value());
      }
      groups.add(Structure.array(pairs, value -> value));
    }
    return new Structure()
        .set("Type", type.value())
        .set("Value", Structure.array(groups, value -> value))
        .value();
  }

  /// A value of any type, as far as Go reads it.
  private static Value any(Asn1 fields) throws BuiltinException {
    byte[] element = fields.element();
    var der = new Asn1(element);
    String wrong = "asn1: structure error: invalid value";
    byte[] content = new Asn1(element).any().rest();
    return switch (element[0]) {
      case Der.BOOLEAN -> Value.of(new Der(element).flag(wrong));
      case Der.INTEGER -> Structure.number(der.integer("int"));
      case Der.BIT_STRING -> {
        var bits = der.bits();
        yield new Structure().set("Bytes", bits.bytes()).set("BitLength", bits.length()).value();
      }
      case Der.OCTET_STRING -> Value.of(Structure.base64(content));
      case Der.OID -> der.oid().value();
      case 12, 18, 19, 22 -> Value.of(new String(content, StandardCharsets.UTF_8));
      case 20 -> Value.of(new String(content, StandardCharsets.ISO_8859_1));
      case 30 -> Value.of(new String(content, StandardCharsets.UTF_16BE));
      case 23, 24 -> Value.of(Asn1Time.read(new Der(element)).text());
      default -> NullValue.NULL;
    };
  }

  private static void extensions(byte[] attribute, List<Extension> extensions)
      throws BuiltinException {
    Asn1 values;
    try {
      var fields = new Asn1(attribute).field(Asn1.SEQUENCE, "pkcs10Attribute");
      if (!fields.oid().is(EXTENSION_REQUEST)) {
        return;
      }
      values = fields.field(17, "");
    } catch (BuiltinException _) {
      return;
    }
    if (values.isEmpty()) {
      return;
    }
    var list = values.field(Asn1.SEQUENCE, "");
    while (!list.isEmpty()) {
      byte[] element = element(list, "Extension");
      var extension =
          Extension.of(
              new Der(element).content(Der.SEQUENCE, "asn1: syntax error: data truncated"));
      if (extensions.stream().anyMatch(other -> other.oid().equals(extension.oid()))) {
        throw BuiltinException.failure(
            "x509: certificate request contains duplicate requested extensions");
      }
      extensions.add(extension);
    }
  }
}

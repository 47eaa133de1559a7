package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;

/// One extension of a certificate.
@SuppressWarnings("ArrayRecordComponent") // bytes as they were read; not compared
record Extension(ObjectId oid, boolean critical, byte[] content) {
  static Extension of(Der fields) throws BuiltinException {
    var oid = fields.oid("x509: malformed extension OID field");
    boolean critical =
        fields.is(Der.BOOLEAN) && fields.flag("x509: malformed extension critical field");
    byte[] content =
        fields.content(Der.OCTET_STRING, "x509: malformed extension value field").rest();
    return new Extension(oid, critical, content);
  }

  Value value() {
    return new Structure()
        .set("Id", oid.value())
        .set("Critical", critical)
        .set("Value", content)
        .value();
  }
}

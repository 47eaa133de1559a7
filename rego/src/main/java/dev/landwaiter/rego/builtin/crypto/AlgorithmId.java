package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;

/// An algorithm and its parameters (RFC 5280, 4.1.1.2).
///
/// @param parameters one element with its header, or nothing
@SuppressWarnings("ArrayRecordComponent") // bytes as they were read; not compared
record AlgorithmId(ObjectId oid, byte[] parameters) {
  private static final String MALFORMED_OID = "x509: malformed OID";
  private static final String MALFORMED = "x509: malformed parameters";

  /// Reads the content of the sequence.
  static AlgorithmId of(Der content) throws BuiltinException {
    var oid = content.oid(MALFORMED_OID);
    if (content.isEmpty()) {
      return new AlgorithmId(oid, new byte[0]);
    }
    return new AlgorithmId(oid, content.element(content.tag(MALFORMED), MALFORMED).rest());
  }

  /// The number of a signature algorithm as Go's x509 counts; 0 when it is not known.
  int signatureAlgorithm() {
    return switch (oid.text()) {
      case "1.2.840.113549.1.1.4" -> 2;
      case "1.2.840.113549.1.1.5", "1.3.14.3.2.29" -> 3;
      case "1.2.840.113549.1.1.11" -> 4;
      case "1.2.840.113549.1.1.12" -> 5;
      case "1.2.840.113549.1.1.13" -> 6;
      case "1.2.840.10040.4.3" -> 7;
      case "2.16.840.1.101.3.4.3.2" -> 8;
      case "1.2.840.10045.4.1" -> 9;
      case "1.2.840.10045.4.3.2" -> 10;
      case "1.2.840.10045.4.3.3" -> 11;
      case "1.2.840.10045.4.3.4" -> 12;
      case "1.2.840.113549.1.1.10" -> pss();
      case "1.3.101.112" -> parameters.length == 0 ? 16 : 0;
      default -> 0;
    };
  }

  /// RSASSA-PSS counts only with one hash for all and a salt as long as the hash.
  private int pss() {
    try {
      var sequence = new Der(parameters).content(Der.SEQUENCE, MALFORMED);
      var hash = tagged(sequence, 0).content(Der.SEQUENCE, MALFORMED).oid(MALFORMED);
      var mask = tagged(sequence, 1).content(Der.SEQUENCE, MALFORMED);
      if (!mask.oid(MALFORMED).is("1.2.840.113549.1.1.8")
          || !mask.content(Der.SEQUENCE, MALFORMED).oid(MALFORMED).equals(hash)) {
        return 0;
      }
      int salt = tagged(sequence, 2).smallInteger(Der.INTEGER, MALFORMED);
      return switch (hash.text()) {
        case "2.16.840.1.101.3.4.2.1" -> salt == 32 ? 13 : 0;
        case "2.16.840.1.101.3.4.2.2" -> salt == 48 ? 14 : 0;
        case "2.16.840.1.101.3.4.2.3" -> salt == 64 ? 15 : 0;
        default -> 0;
      };
    } catch (BuiltinException _) {
      return 0;
    }
  }

  private static Der tagged(Der sequence, int number) throws BuiltinException {
    return sequence.content(Der.CONTEXT | Der.CONSTRUCTED | number, MALFORMED);
  }
}

package dev.landwaiter.signing.certificate;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails.Scheme;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.StrictJson;
import dev.landwaiter.signing.key.NamedAlgorithm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A signed certificate timestamp: the promise of a certificate transparency log that it will hold
/// a certificate (RFC 6962, 3.2). Only version 1 is read.
///
/// @param log the SHA-256 of the log's key
/// @param time milliseconds since 1970
/// @param algorithm of the signature; empty for one that is not permitted
public record CertificateTimestamp(
    Bytes log, long time, Bytes extensions, Optional<NamedAlgorithm> algorithm, Bytes signature) {
  static final String EXTENSION = "1.3.6.1.4.1.11129.2.4.2";

  private static final int MOST = 100;
  private static final int SHA_256 = 4;
  private static final int RSA = 1;
  private static final int ECDSA = 3;

  public Instant instant() {
    return Instant.ofEpochMilli(time);
  }

  /// Those in a certificate. Others than of version 1 are passed over.
  ///
  /// @throws RefusedException with SCT when the list is malformed
  static List<CertificateTimestamp> embedded(String where, ParsedCertificate certificate)
      throws RefusedException {
    var extension = certificate.extension(EXTENSION);
    if (extension.isEmpty()) {
      return List.of();
    }
    Bytes list;
    try {
      list = Der.only(where, extension.get().value()).require(Der.OCTET_STRING, where).content();
    } catch (RefusedException e) {
      throw broken(where);
    }
    var reader = new TlsReader(where, list);
    var entries = new TlsReader(where, reader.vector());
    reader.end();
    List<CertificateTimestamp> all = new ArrayList<>();
    int count = 0;
    do {
      Bytes entry = entries.vector();
      if (entry.isEmpty()) {
        throw broken(where);
      }
      if (++count > MOST) {
        throw new RefusedException(
            FailureClass.LIMIT, where + ": more than 100 certificate timestamps");
      }
      if (entry.at(0) == 0) {
        all.add(one(new TlsReader(where, entry.slice(1, entry.size()))));
      }
    } while (entries.more());
    return List.copyOf(all);
  }

  private static CertificateTimestamp one(TlsReader reader) throws RefusedException {
    Bytes log = reader.take(32);
    long time = reader.number(8);
    if (time < 0) {
      throw reader.broken();
    }
    return signed(log, time, reader.vector(), reader);
  }

  private static CertificateTimestamp signed(
      Bytes log, long time, Bytes extensions, TlsReader reader) throws RefusedException {
    long hash = reader.number(1);
    long kind = reader.number(1);
    Optional<NamedAlgorithm> algorithm =
        hash != SHA_256 || (kind != RSA && kind != ECDSA)
            ? Optional.empty()
            : Optional.of(
                new NamedAlgorithm(
                    kind == RSA ? Scheme.RSA_PKCS1 : Scheme.ECDSA, HashAlgorithm.SHA2_256));
    Bytes signature = reader.vector();
    reader.end();
    return new CertificateTimestamp(log, time, extensions, algorithm, signature);
  }

  /// One that stands beside its certificate, in the JSON form of logs (RFC 6962, 4.1).
  ///
  /// @throws RefusedException with PARSE or LIMIT for the JSON, with SCT for what is in it
  static CertificateTimestamp detached(String where, Bytes json) throws RefusedException {
    if (!(StrictJson.parse(where, json) instanceof ObjectValue object)
        || !(member(object, "sct_version") instanceof NumberValue version)
        || !(member(object, "timestamp") instanceof NumberValue timestamp)) {
      throw broken(where);
    }
    long time = timestamp.toLong().orElse(-1);
    if (version.toLong().orElse(-1) != 0 || time < 0) {
      throw broken(where);
    }
    Bytes log = bytes(where, object, "id");
    if (log.size() != 32) {
      throw broken(where);
    }
    return signed(
        log,
        time,
        object.get("extensions").isEmpty() ? Bytes.EMPTY : bytes(where, object, "extensions"),
        new TlsReader(where, bytes(where, object, "signature")));
  }

  private static Bytes bytes(String where, ObjectValue object, String name)
      throws RefusedException {
    if (!(member(object, name) instanceof StringValue text)) {
      throw broken(where);
    }
    return Base64Text.strict(where + ": " + name, text.text());
  }

  private static Value member(ObjectValue object, String name) {
    return object.get(name).orElse(NullValue.NULL);
  }

  private static RefusedException broken(String where) {
    return new RefusedException(FailureClass.SCT, where + ": a certificate timestamp is malformed");
  }
}

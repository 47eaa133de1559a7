package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;

/// Reads the encoding of TLS (RFC 5246, 4) as certificate timestamps use it.
final class TlsReader {
  private final String where;
  private final Bytes content;
  private int at;

  TlsReader(String where, Bytes content) {
    this.where = where;
    this.content = content;
  }

  Bytes take(int size) throws RefusedException {
    if (size > content.size() - at) {
      throw broken();
    }
    at += size;
    return content.slice(at - size, at);
  }

  long number(int size) throws RefusedException {
    Bytes octets = take(size);
    long number = 0;
    for (int i = 0; i < size; i++) {
      number = (number << 8) | octets.at(i);
    }
    return number;
  }

  /// As many bytes as the two before them say.
  Bytes vector() throws RefusedException {
    return take((int) number(2));
  }

  boolean more() {
    return at < content.size();
  }

  void end() throws RefusedException {
    if (more()) {
      throw broken();
    }
  }

  RefusedException broken() {
    return new RefusedException(FailureClass.SCT, where + ": a certificate timestamp is malformed");
  }
}

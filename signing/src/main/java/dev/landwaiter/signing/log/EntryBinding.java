package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.encoding.Pem;
import java.util.List;
import java.util.Optional;

/// Whether an entry of Rekor v1 is about a signature: same signature, same signer, same content,
/// and of a kind that fits the content. Everything that differs is a refusal.
record EntryBinding(Logged logged) {

  void require(EntryBody body) throws RefusedException {
    switch (body) {
      case EntryBody.HashedRekord entry -> message(entry.data(), entry.signature());
      case EntryBody.Rekord entry -> {
        legacyOnly("rekord 0.0.1");
        message(entry.data(), entry.signature());
      }
      case EntryBody.Dsse entry -> {
        Logged.Content.Dsse content = envelope();
        one(entry.signatures());
        payload(entry.payload(), content);
      }
      case EntryBody.Intoto2 entry -> {
        Logged.Content.Dsse content = envelope();
        one(entry.signatures());
        same("payload type", content.envelope().payloadType(), entry.payloadType());
        payload(entry.payload(), content);
      }
      case EntryBody.Intoto1 entry -> {
        legacyOnly("intoto 0.0.1");
        Logged.Content.Dsse content = envelope();
        signer(entry.pem());
        intoto1(entry, content);
      }
      case EntryBody.TileRekord entry ->
          throw wrong("an entry of Rekor v2 stands where one of Rekor v1 was expected");
    }
  }

  private void legacyOnly(String kind) throws RefusedException {
    if (logged.form() != Evidence.Form.LEGACY) {
      throw wrong("log entries of the kind '" + kind + "' do not count for bundles");
    }
  }

  private Logged.Content.Dsse envelope() throws RefusedException {
    return switch (logged.content()) {
      case Logged.Content.Dsse dsse -> dsse;
      case Logged.Content.Message message ->
          throw wrong("the log entry is about an envelope, the signature about a message");
      case Logged.Content.Digests digests ->
          throw wrong("the log entry is about an envelope, the signature about a message");
    };
  }

  private void message(EntryBody.Hash data, EntryBody.Signature signature) throws RefusedException {
    HashAlgorithm algorithm = algorithm(data);
    if (logged.form() == Evidence.Form.LEGACY && algorithm != HashAlgorithm.SHA2_256) {
      throw wrong("the log entry names a hash by " + data.algorithm() + " instead of sha256");
    }
    Bytes digest =
        switch (logged.content()) {
          case Logged.Content.Message message -> message.message().hash(algorithm);
          case Logged.Content.Digests digests -> known(digests, algorithm);
          case Logged.Content.Dsse dsse ->
              throw wrong("the log entry is about a message, the signature about an envelope");
        };
    signed(signature);
    same("content", digest.toHex(), data.value());
  }

  private static Bytes known(Logged.Content.Digests digests, HashAlgorithm algorithm)
      throws RefusedException {
    return Optional.ofNullable(digests.digests().get(algorithm))
        .orElseThrow(
            () -> wrong("the content's hash by " + algorithm.shortName() + " is not known"));
  }

  private void one(List<EntryBody.Signature> signatures) throws RefusedException {
    if (signatures.size() != 1) {
      throw wrong("the log entry has %d signatures instead of one".formatted(signatures.size()));
    }
    signed(signatures.getFirst());
  }

  private void signed(EntryBody.Signature signature) throws RefusedException {
    if (logged.signature().isEmpty() || !logged.signature().equals(signature.signature())) {
      throw wrong("the log entry is about another signature");
    }
    signer(signature.pem());
  }

  private void signer(Bytes pem) throws RefusedException {
    List<Pem> blocks = Pem.blocks("the log entry", pem.toText());
    if (blocks.size() != 1) {
      throw wrong("the log entry names %d signers instead of one".formatted(blocks.size()));
    }
    Pem block = blocks.getFirst();
    boolean same =
        switch (logged.signer()) {
          case Logged.Signer.Key key ->
              block.label().equals("PUBLIC KEY") && block.content().equals(key.key().spki());
          case Logged.Signer.Certificate certificate ->
              block.label().equals("CERTIFICATE") && block.content().equals(certificate.der());
        };
    if (!same) {
      throw wrong("the log entry names another signer");
    }
  }

  private static void payload(EntryBody.Hash hash, Logged.Content.Dsse content)
      throws RefusedException {
    sha256(hash);
    same("payload", content.envelope().payload().sha256().toHex(), hash.value());
  }

  /// The old kind names the payload's hash or, older still, only that of the envelope's text.
  private static void intoto1(EntryBody.Intoto1 entry, Logged.Content.Dsse content)
      throws RefusedException {
    if (entry.payload().isPresent()) {
      payload(entry.payload().get(), content);
      return;
    }
    sha256(entry.envelope());
    Bytes text =
        content
            .text()
            .orElseThrow(() -> wrong("the log entry names nothing but the envelope's text"));
    same("envelope", text.sha256().toHex(), entry.envelope().value());
  }

  private static void sha256(EntryBody.Hash hash) throws RefusedException {
    if (algorithm(hash) != HashAlgorithm.SHA2_256) {
      throw wrong("the log entry names a hash by " + hash.algorithm() + " instead of sha256");
    }
  }

  private static HashAlgorithm algorithm(EntryBody.Hash hash) throws RefusedException {
    return HashAlgorithm.shortNamed(hash.algorithm())
        .orElseThrow(() -> wrong("the hash '" + hash.algorithm() + "' is not supported"));
  }

  private static void same(String what, String expected, String found) throws RefusedException {
    if (!expected.equals(found)) {
      throw new RefusedException(
          FailureClass.LOG, "the log entry is about another " + what, expected, found);
    }
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.LOG, why);
  }
}

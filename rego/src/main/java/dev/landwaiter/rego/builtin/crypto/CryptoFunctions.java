package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.encoding.Base64Text;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Certificates, requests and keys (reference 13.12).
public final class CryptoFunctions {
  private static final Type STRUCTURE = Type.object(Type.STRING, Type.ANY);
  private static final Type STRUCTURES = Type.array(STRUCTURE);
  private static final Type VERIFIED = Type.tuple(Type.BOOLEAN, STRUCTURES);

  private CryptoFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("crypto.parse_private_keys")
                .takes("keys", Type.STRING)
                .gives(STRUCTURES),
            (_, arguments) -> privateKeys(Operands.string(arguments, 0))),
        new Builtin(
            Declaration.of("crypto.x509.parse_rsa_private_key")
                .takes("pem", Type.STRING)
                .gives(STRUCTURE),
            (_, arguments) -> webKey(Operands.string(arguments, 0))),
        new Builtin(
            Declaration.of("crypto.x509.parse_keypair")
                .takes("cert", Type.STRING)
                .takes("pem", Type.STRING)
                .gives(STRUCTURE),
            (_, arguments) ->
                KeyPair.parse(Operands.string(arguments, 0), Operands.string(arguments, 1))),
        new Builtin(
            Declaration.of("crypto.x509.parse_certificate_request")
                .takes("csr", Type.STRING)
                .gives(STRUCTURE),
            (_, arguments) -> request(Operands.string(arguments, 0))),
        new Builtin(
            Declaration.of("crypto.x509.parse_certificates")
                .takes("certs", Type.STRING)
                .gives(STRUCTURES),
            (_, arguments) ->
                CertificateReader.shown(CertificateReader.fromText(Operands.string(arguments, 0)))),
        new Builtin(
            Declaration.of("crypto.x509.parse_and_verify_certificates")
                .takes("certs", Type.STRING)
                .gives(VERIFIED),
            (surroundings, arguments) ->
                verified(
                    surroundings,
                    Operands.string(arguments, 0),
                    VerifyOptions.at(surroundings.now()))),
        new Builtin(
            Declaration.of("crypto.x509.parse_and_verify_certificates_with_options")
                .takes("certs", Type.STRING)
                .takes("options", STRUCTURE)
                .gives(VERIFIED),
            CryptoFunctions::verifiedWithOptions));
  }

  private static Value verifiedWithOptions(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    var object = Operands.object(arguments, 1);
    return verified(surroundings, text, VerifyOptions.of(object, surroundings.now()));
  }

  private static Value verified(Surroundings surroundings, String text, VerifyOptions options)
      throws BuiltinException {
    List<Certificate> certificates;
    try {
      certificates = CertificateReader.fromText(text);
    } catch (BuiltinException _) {
      return ArrayValue.of(Value.of(false), ArrayValue.EMPTY);
    }
    if (certificates.size() < 2) {
      return ArrayValue.of(Value.of(false), ArrayValue.EMPTY);
    }
    var chain =
        new ChainVerification(surroundings, certificates, options).chain(certificates.getLast());
    return ArrayValue.of(
        Value.of(chain.isPresent()), chain.map(CertificateReader::shown).orElse(ArrayValue.EMPTY));
  }

  private static Value request(String text) throws BuiltinException {
    byte[] bytes =
        text.startsWith("-----BEGIN CERTIFICATE REQUEST-----")
            ? utf8(text)
            : Base64Text.STANDARD.decode(text);
    var block = PemBlock.next(bytes, 0);
    if (block.isPresent() && !block.get().type().equals("CERTIFICATE REQUEST")) {
      throw BuiltinException.failure("invalid PEM-encoded certificate signing request");
    }
    return CertificateRequest.parse(block.map(PemBlock::bytes).orElse(bytes));
  }

  private static Value privateKeys(String text) throws BuiltinException {
    return text.isEmpty()
        ? NullValue.NULL
        : Structure.array(
            PrivateKeys.fromPem(CertificateReader.bytes(text)), PrivateKeyData::value);
  }

  private static Value webKey(String text) throws BuiltinException {
    if (text.isEmpty()) {
      throw BuiltinException.failure("input PEM data was empty");
    }
    var keys = PrivateKeys.fromPem(CertificateReader.bytes(text));
    return keys.isEmpty() ? NullValue.NULL : keys.getFirst().webKey();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

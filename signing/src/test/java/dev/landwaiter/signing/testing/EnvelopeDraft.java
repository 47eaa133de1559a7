package dev.landwaiter.signing.testing;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A signature of the Notary Project that is made for a test, good or bad.
public final class EnvelopeDraft {
  public static final String DIGEST =
      "sha256:1111111111111111111111111111111111111111111111111111111111111111";
  public static final String TYPE = "application/vnd.oci.image.manifest.v1+json";

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /// The members of the protected header, an [Instant] for a time.
  public final Map<String, Object> header = new LinkedHashMap<>();

  public final List<String> critical = new ArrayList<>(List.of("io.cncf.notary.signingScheme"));
  public List<Made> chain;
  public String algorithm;
  public String payload =
      "{\"targetArtifact\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":42}}"
          .formatted(TYPE, DIGEST);

  /// An answer of a timestamp authority; its token goes into the envelope.
  public Bytes timestamp = Bytes.EMPTY;

  /// The signature, once the envelope was written.
  public Bytes signature = Bytes.EMPTY;

  /// Instead of the signature that would be right.
  public Bytes instead = Bytes.EMPTY;

  /// Members in JSON put into the open header of a JWS.
  public String open = "";

  private final Made signer;

  /// Signed by the first of the chain at [CertificateDraft#NOW].
  public EnvelopeDraft(Made... chain) {
    this.chain = List.of(chain);
    signer = chain[0];
    algorithm = algorithm(signer);
    header.put("cty", "application/vnd.cncf.notary.payload.v1+json");
    header.put("io.cncf.notary.signingScheme", "notary.x509");
    header.put("io.cncf.notary.signingTime", CertificateDraft.NOW);
  }

  /// With a member that is listed as critical.
  public EnvelopeDraft with(String name, Object value) {
    header.put(name, value);
    critical.add(name);
    return this;
  }

  /// As a signing authority says it.
  public EnvelopeDraft byAuthority(Instant time) {
    header.put("io.cncf.notary.signingScheme", "notary.x509.signingAuthority");
    header.remove("io.cncf.notary.signingTime");
    return with("io.cncf.notary.authenticSigningTime", time);
  }

  private static String algorithm(Made signer) {
    return switch (signer.keys().getPublic()) {
      case RSAPublicKey rsa ->
          switch (rsa.getModulus().bitLength()) {
            case 3072 -> "PS384";
            case 4096 -> "PS512";
            default -> "PS256";
          };
      case ECPublicKey point ->
          switch (point.getParams().getOrder().bitLength()) {
            case 384 -> "ES384";
            case 521 -> "ES512";
            default -> "ES256";
          };
      default -> "EdDSA";
    };
  }

  /// The whole envelope in JSON.
  public Bytes jws() {
    String protectedText = url(Bytes.utf8(protectedJson()));
    String payloadText = url(Bytes.utf8(payload));
    sign(Bytes.utf8(protectedText + "." + payloadText));
    List<String> certificates = new ArrayList<>();
    chain.forEach(each -> certificates.add(each.der().toBase64()));
    String stamp =
        timestamp.isEmpty()
            ? ""
            : ",\"io.cncf.notary.timestampSignature\":\"" + token().toBase64() + "\"";
    return Bytes.utf8(
        """
        {"payload":"%s","protected":"%s","header":{"x5c":[%s]%s%s},"signature":"%s"}\
        """
            .formatted(
                payloadText, protectedText, quoted(certificates), stamp, open, url(signature)));
  }

  private String protectedJson() {
    var text =
        new StringBuilder("{\"alg\":\"" + algorithm + "\",\"crit\":[" + quoted(critical) + "]");
    header.forEach(
        (name, value) -> text.append(",\"").append(name).append("\":\"").append(value).append('"'));
    return text.append('}').toString();
  }

  private static String quoted(List<String> texts) {
    return texts.isEmpty() ? "" : "\"" + String.join("\",\"", texts) + "\"";
  }

  /// The token in the answer.
  private Bytes token() {
    // The status of the drafts has five bytes, and the answer's own head four.
    return timestamp.slice(4 + 5, timestamp.size());
  }

  private static String url(Bytes content) {
    return URL.encodeToString(content.toArray());
  }

  /// The whole envelope in CBOR.
  public Bytes cose() {
    Bytes members = number(1).plus(number(coseAlgorithm()));
    Bytes names = Bytes.EMPTY;
    for (String each : critical) {
      names = names.plus(text(each));
    }
    members = members.plus(number(2)).plus(head(4, critical.size())).plus(names);
    int size = 2;
    for (var each : header.entrySet()) {
      Bytes name = each.getKey().equals("cty") ? number(3) : text(each.getKey());
      Bytes value =
          each.getValue() instanceof Instant time
              ? head(6, 1).plus(number(time.getEpochSecond()))
              : text(each.getValue().toString());
      members = members.plus(name).plus(value);
      size++;
    }
    Bytes protectedBytes = blob(head(5, size).plus(members));
    Bytes content = blob(Bytes.utf8(payload));
    sign(
        head(4, 4)
            .plus(text("Signature1"))
            .plus(protectedBytes)
            .plus(blob(Bytes.EMPTY))
            .plus(content));
    Bytes certificates = head(4, chain.size());
    for (Made each : chain) {
      certificates = certificates.plus(blob(each.der()));
    }
    Bytes unsigned = head(5, timestamp.isEmpty() ? 1 : 2).plus(number(33)).plus(certificates);
    if (!timestamp.isEmpty()) {
      unsigned = unsigned.plus(text("io.cncf.notary.timestampSignature")).plus(blob(token()));
    }
    return head(6, 18)
        .plus(head(4, 4))
        .plus(protectedBytes)
        .plus(unsigned)
        .plus(content)
        .plus(blob(signature));
  }

  private long coseAlgorithm() {
    return switch (algorithm) {
      case "PS256" -> -37;
      case "PS384" -> -38;
      case "PS512" -> -39;
      case "ES256" -> -7;
      case "ES384" -> -35;
      case "ES512" -> -36;
      default -> -8;
    };
  }

  private static Bytes number(long value) {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }

  private static Bytes text(String text) {
    Bytes utf8 = Bytes.utf8(text);
    return head(3, utf8.size()).plus(utf8);
  }

  private static Bytes blob(Bytes content) {
    return head(2, content.size()).plus(content);
  }

  private static Bytes head(int kind, long argument) {
    int octets =
        argument < 24
            ? 0
            : argument < 1 << 8 ? 1 : argument < 1 << 16 ? 2 : argument < 1L << 32 ? 4 : 8;
    if (octets == 0) {
      return Bytes.of(new byte[] {(byte) (kind << 5 | (int) argument)});
    }
    byte[] whole = ByteBuffer.allocate(8).putLong(argument).array();
    int code = 24 + Integer.numberOfTrailingZeros(octets);
    return Bytes.of(new byte[] {(byte) (kind << 5 | code)})
        .plus(Bytes.of(Arrays.copyOfRange(whole, 8 - octets, 8)));
  }

  private void sign(Bytes message) {
    if (!instead.isEmpty()) {
      signature = instead;
      return;
    }
    try {
      Signature made =
          switch (algorithm(signer)) {
            case "PS256" -> pss("SHA-256", 32);
            case "PS384" -> pss("SHA-384", 48);
            case "PS512" -> pss("SHA-512", 64);
            case "ES384" -> Signature.getInstance("SHA384withECDSAinP1363Format");
            case "ES512" -> Signature.getInstance("SHA512withECDSAinP1363Format");
            case "ES256" -> Signature.getInstance("SHA256withECDSAinP1363Format");
            default -> Signature.getInstance("Ed25519");
          };
      made.initSign(signer.keys().getPrivate());
      made.update(message.toArray());
      signature = Bytes.of(made.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Signature pss(String hash, int salt) throws GeneralSecurityException {
    Signature made = Signature.getInstance("RSASSA-PSS");
    made.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    return made;
  }
}

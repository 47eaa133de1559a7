package dev.landwaiter.server.score;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.output.KubesecJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// Signs what was scored and what came of it, as link metadata of in-toto (in-toto specification
/// 1.0, 4.4) with an Ed25519 key.
public final class LinkSigner {
  private final PrivateKey key;
  private final String keyId;

  /// @param key of Ed25519
  /// @throws GeneralSecurityException when it is none
  public LinkSigner(PrivateKey key) throws GeneralSecurityException {
    this.key = key;
    byte[] seed =
        key instanceof EdECPrivateKey edwards
            ? edwards.getBytes().orElse(new byte[0])
            : new byte[0];
    if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
      throw new GeneralSecurityException("links are signed with an Ed25519 key");
    }
    byte[] open = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    this.keyId = sha256(keyText(HexFormat.of().formatHex(open)).getBytes(StandardCharsets.UTF_8));
  }

  private static String keyText(String key) {
    return "{\"keyid_hash_algorithms\":[\"sha256\",\"sha512\"],\"keytype\":\"ed25519\","
        + "\"keyval\":{\"private\":\"\",\"public\":\""
        + key
        + "\"},\"scheme\":\"ed25519\"}";
  }

  /// An object of the signed link and the reports, indented, with a line break at its end.
  byte[] sign(byte[] manifest, List<ScoreReport> reports) {
    byte[] material = Arrays.copyOf(manifest, manifest.length + 1);
    material[manifest.length] = '\n';
    String materials = sha256(material);
    Map<String, String> products = new TreeMap<>();
    for (ScoreReport report : reports) {
      products.put(report.object(), sha256(KubesecJson.compact(report)));
    }
    try {
      String signature = signature(canonical(materials, products));
      var bytes = new ByteArrayOutputStream();
      var json = new JsonWriter(bytes, JsonStyle.INDENTED);
      json.beginObject().name("link").beginObject().name("signed").beginObject();
      json.name("_type").value("link").name("name").value("kubesec");
      digests(json.name("materials"), Map.of("deployment.yml", materials));
      digests(json.name("products"), products);
      json.name("byproducts").beginObject().endObject();
      json.name("command").beginArray().endArray();
      json.name("environment").beginObject().endObject().endObject();
      json.name("signatures").beginArray().beginObject();
      json.name("keyid").value(keyId).name("sig").value(signature);
      json.endObject().endArray().endObject();
      json.field("reports", reports, KubesecJson::report);
      json.endObject().newline();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this key has signed before", e);
    }
  }

  private static void digests(JsonWriter json, Map<String, String> digests) throws IOException {
    json.beginObject();
    for (Map.Entry<String, String> each : digests.entrySet()) {
      json.name(each.getKey()).beginObject().name("sha256").value(each.getValue()).endObject();
    }
    json.endObject();
  }

  /// What is signed: canonical JSON, keys in order, no blanks.
  private static byte[] canonical(String materials, Map<String, String> products)
      throws IOException {
    var text = new StringBuilder();
    text.append("{\"_type\":\"link\",\"byproducts\":{},\"command\":[],\"environment\":{},");
    text.append("\"materials\":{\"deployment.yml\":{\"sha256\":\"").append(materials);
    text.append("\"}},\"name\":\"kubesec\",\"products\":{");
    String between = "";
    for (Map.Entry<String, String> product : products.entrySet()) {
      text.append(between).append('"');
      text.append(product.getKey().replace("\\", "\\\\").replace("\"", "\\\""));
      text.append("\":{\"sha256\":\"").append(product.getValue()).append("\"}");
      between = ",";
    }
    return text.append("}}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private String signature(byte[] signed) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(signed);
    return HexFormat.of().formatHex(signature.sign());
  }

  private static String sha256(byte[] bytes) {
    return Digest.sha256(bytes).encoded();
  }
}

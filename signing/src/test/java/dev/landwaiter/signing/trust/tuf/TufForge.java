package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A TUF repository made at test time, whose files can be replaced by bad ones. It is its own
/// mirror.
final class TufForge implements Mirror {
  static final String EXPIRES = "2030-01-01T00:00:00Z";

  final Map<String, Bytes> files = new TreeMap<>();
  final List<String> asked = new ArrayList<>();
  final Map<String, KeyPair> keys = new LinkedHashMap<>();
  final Map<String, List<String>> roleKeys = new LinkedHashMap<>();
  final Map<String, Integer> thresholds = new LinkedHashMap<>();

  TufForge() {
    for (String each : List.of("r1", "r2", "r3", "t1", "t2", "snap", "time")) {
      keys.put(each, pair());
    }
    roleKeys.put("root", List.of("r1", "r2", "r3"));
    roleKeys.put("targets", List.of("t1", "t2"));
    roleKeys.put("snapshot", List.of("snap"));
    roleKeys.put("timestamp", List.of("time"));
    thresholds.put("root", 2);
    thresholds.put("targets", 2);
    thresholds.put("snapshot", 1);
    thresholds.put("timestamp", 1);
  }

  /// A file that is there.
  Bytes file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  KeyPair pair(String id) {
    return Objects.requireNonNull(keys.get(id), id);
  }

  static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// A whole good repository with these targets, everything in version 1.
  static TufForge good(Map<String, String> targets) {
    var forge = new TufForge();
    forge.publish(1, targets);
    return forge;
  }

  void publish(int version, Map<String, String> targets) {
    if (version == 1) {
      files.put("1.root.json", root(1, EXPIRES));
    }
    files.put(version + ".targets.json", targets(version, EXPIRES, targets, ""));
    files.put(version + ".snapshot.json", snapshot(version, EXPIRES, version));
    files.put("timestamp.json", timestamp(version, EXPIRES, version));
    targets.forEach(this::target);
  }

  void target(String name, String content) {
    int slash = name.lastIndexOf('/') + 1;
    Bytes bytes = Bytes.utf8(content);
    files.put(
        "targets/"
            + name.substring(0, slash)
            + bytes.sha256().toHex()
            + "."
            + name.substring(slash),
        bytes);
  }

  Bytes root(int version, String expires) {
    return sign(signedRoot(version, expires), "r1", "r2");
  }

  String signedRoot(int version, String expires) {
    var roles = new StringBuilder();
    roleKeys.forEach((role, ids) ->
        roles.append(
            "%s\"%s\":{\"keyids\":[%s],\"threshold\":%d}"
                .formatted(roles.isEmpty() ? "" : ",", role, quoted(ids), thresholds.get(role))));
    return "{\"_type\":\"root\",\"spec_version\":\"1.0.31\",\"version\":%d,\"expires\":\"%s\",\"consistent_snapshot\":true,\"keys\":{%s},\"roles\":{%s}}"
        .formatted(version, expires, keyTexts(keys), roles);
  }

  static String quoted(List<String> texts) {
    return "\"" + String.join("\",\"", texts) + "\"";
  }

  static String keyTexts(Map<String, KeyPair> keys) {
    var all = new StringBuilder();
    keys.forEach((id, pair) ->
        all.append(all.isEmpty() ? "" : ",")
            .append('"')
            .append(id)
            .append("\":")
            .append(key(pair)));
    return all.toString();
  }

  static String key(KeyPair pair) {
    String pem =
        new dev.landwaiter.signing.encoding.Pem(
                "PUBLIC KEY", Bytes.of(pair.getPublic().getEncoded()))
            .text()
            .replace("\n", "\\n");
    return "{\"keytype\":\"ecdsa\",\"scheme\":\"ecdsa-sha2-nistp256\",\"keyval\":{\"public\":\"%s\"}}"
        .formatted(pem);
  }

  Bytes timestamp(int version, String expires, int snapshot) {
    return sign(
        "{\"_type\":\"timestamp\",\"spec_version\":\"1.0.31\",\"version\":%d,\"expires\":\"%s\",\"meta\":{\"snapshot.json\":{\"version\":%d}}}"
            .formatted(version, expires, snapshot),
        "time");
  }

  Bytes snapshot(int version, String expires, int targets, String... more) {
    return sign(
        "{\"_type\":\"snapshot\",\"spec_version\":\"1.0.31\",\"version\":%d,\"expires\":\"%s\",\"meta\":{\"targets.json\":{\"version\":%d}%s}}"
            .formatted(version, expires, targets, String.join("", more)),
        "snap");
  }

  /// @param delegations the text of that member with a comma in front, or empty
  Bytes targets(int version, String expires, Map<String, String> targets, String delegations) {
    return sign(signedTargets(version, expires, targets, delegations), "t1", "t2");
  }

  static String signedTargets(
      int version, String expires, Map<String, String> targets, String delegations) {
    var all = new StringBuilder();
    targets.forEach((name, content) ->
        all.append(
            "%s\"%s\":{\"length\":%d,\"hashes\":{\"sha256\":\"%s\"}}"
                .formatted(
                    all.isEmpty() ? "" : ",",
                    name,
                    Bytes.utf8(content).size(),
                    Bytes.utf8(content).sha256().toHex())));
    return "{\"_type\":\"targets\",\"spec_version\":\"1.0.31\",\"version\":%d,\"expires\":\"%s\",\"targets\":{%s}%s}"
        .formatted(version, expires, all, delegations);
  }

  /// Signed by these keys, under their own ids.
  Bytes sign(String signed, String... ids) {
    var signatures = new StringBuilder();
    for (String id : ids) {
      signatures.append(signatures.isEmpty() ? "" : ",").append(signature(id, signed, pair(id)));
    }
    return Bytes.utf8("{\"signatures\":[%s],\"signed\":%s}".formatted(signatures, signed));
  }

  static String signature(String id, String signed, KeyPair pair) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(
          OlpcJson.of(Json.parse("signed", signed.getBytes(StandardCharsets.UTF_8))).toArray());
      return "{\"keyid\":\"%s\",\"sig\":\"%s\"}".formatted(id, Bytes.of(signature.sign()).toHex());
    } catch (GeneralSecurityException | FormatException | RefusedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Optional<Bytes> fetch(String path, int limit) throws IOException {
    asked.add(path);
    Bytes file = files.get(path);
    if (file != null && file.size() > limit) {
      throw new RefusedException(FailureClass.LIMIT, path + " is larger than " + limit);
    }
    return Optional.ofNullable(file);
  }

  @Override
  public String address() {
    return "forge";
  }
}

package dev.landwaiter.testing.sigstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A transparency log of version 1.
final class FakeRekor {
  private static final HexFormat HEX = HexFormat.of();
  private static final String ORIGIN = "127.0.0.1 - 4711000815";

  /// The tree's number in 16 hex digits, as ids of entries begin.
  private static final String TREE = "%016x".formatted(4_711_000_815L);

  /// Entries before this tree began.
  private static final int OFFSET = 5000;

  private final Material material;
  private final InstantSource clock;
  private final MerkleTree tree = new MerkleTree();
  private final List<Entry> entries = new ArrayList<>();

  /// @param time seconds since 1970
  private record Entry(String body, long time) {}

  FakeRekor(Material material, InstantSource clock) {
    this.material = material;
    this.clock = clock;
    // So that proofs have something to prove, and another entry can be answered.
    add(
        ("{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{\"hash\":"
                + "{\"algorithm\":\"sha256\",\"value\":\"%s\"}},\"signature\":{\"content\":"
                + "\"AAAA\",\"publicKey\":{\"content\":\"AAAA\"}}}}")
            .formatted("00".repeat(32)));
  }

  synchronized Reply create(String fault, String proposed) {
    String body = canonical(JsonText.object(proposed));
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).body().equals(body)) {
        return Reply.error(
                409,
                "an equivalent entry already exists in the transparency log with UUID " + id(i))
            .with("Location", "/api/v1/log/entries/" + id(i));
      }
    }
    add(body);
    int index = fault.equals("swap") ? 0 : entries.size() - 1;
    return Reply.json(201, "{%s}".formatted(entry(fault, index))).with("ETag", id(index));
  }

  synchronized Reply get(String id) {
    for (int i = 0; i < entries.size(); i++) {
      if (id(i).endsWith(id)) {
        return Reply.json(200, "{%s}".formatted(entry("", i)));
      }
    }
    return Reply.error(404, "not found");
  }

  synchronized Reply byIndex(long index) {
    long place = index - OFFSET;
    return place < 0 || place >= entries.size()
        ? Reply.error(404, "not found")
        : Reply.json(200, "{%s}".formatted(entry("", (int) place)));
  }

  synchronized Reply search(String query) {
    String found =
        ((List<?>) JsonText.at(JsonText.object(query), "entries"))
            .stream()
                .map(each -> canonical((Map<?, ?>) each))
                .flatMap(body ->
                    IntStream.range(0, entries.size())
                        .filter(i -> entries.get(i).body().equals(body))
                        .mapToObj(i -> "{%s}".formatted(entry("", i))))
                .collect(Collectors.joining(","));
    return Reply.json(200, "[%s]".formatted(found));
  }

  private void add(String body) {
    add(body, clock.instant().getEpochSecond());
  }

  synchronized void add(String body, long time) {
    entries.add(new Entry(body, time));
    tree.add(body.getBytes(StandardCharsets.UTF_8));
  }

  private String id(int index) {
    return TREE + HEX.formatHex(tree.leaf(index));
  }

  /// The body as the log keeps it.
  private static String canonical(Map<?, ?> proposed) {
    if ("dsse".equals(proposed.get("kind"))) {
      return envelope(JsonText.at(proposed, "spec", "proposedContent"));
    }
    Object spec = Objects.requireNonNull(proposed.get("spec"));
    return ("{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{\"hash\":"
            + "{\"algorithm\":%s,\"value\":%s}},\"signature\":{\"content\":%s,\"publicKey\":"
            + "{\"content\":%s}}}}")
        .formatted(
            quoted(spec, "data", "hash", "algorithm"),
            quoted(spec, "data", "hash", "value"),
            quoted(spec, "signature", "content"),
            quoted(spec, "signature", "publicKey", "content"));
  }

  private static String envelope(Object content) {
    String text = JsonText.textAt(content, "envelope");
    Map<?, ?> envelope = JsonText.object(text);
    byte[] payload = Base64.getDecoder().decode(JsonText.textAt(envelope, "payload"));
    return ("{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\",\"spec\":{\"envelopeHash\":"
            + "{\"algorithm\":\"sha256\",\"value\":\"%s\"},\"payloadHash\":{\"algorithm\":"
            + "\"sha256\",\"value\":\"%s\"},\"signatures\":[{\"signature\":%s,\"verifier\":%s}]}}")
        .formatted(
            HEX.formatHex(Material.sha256(text.getBytes(StandardCharsets.UTF_8))),
            HEX.formatHex(Material.sha256(payload)),
            quoted(envelope, "signatures", 0, "sig"),
            quoted(content, "verifiers", 0));
  }

  private static String quoted(Object root, Object... path) {
    return JsonText.quote(JsonText.textAt(root, path));
  }

  private String entry(String fault, int index) {
    Entry entry = entries.get(index);
    Instant at = Instant.ofEpochSecond(entry.time());
    long time =
        switch (fault) {
          case "old" -> at.minus(Duration.ofDays(1)).getEpochSecond();
          case "future" -> at.plus(Duration.ofDays(1)).getEpochSecond();
          default -> entry.time();
        };
    String name = fault.equals("otherlog") ? "other-rekor" : "rekor";
    byte[] log = Material.sha256(material.publicKey(name));
    String body = Material.base64(entry.body().getBytes(StandardCharsets.UTF_8));
    String promised =
        "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":%d}"
            .formatted(body, time, HEX.formatHex(log), OFFSET + index);
    byte[] promise = Material.sign(material.key(name), promised.getBytes(StandardCharsets.UTF_8));
    if (fault.equals("badset")) {
      promise[promise.length - 1] ^= 1;
    }
    String proof = fault.equals("noproof") ? "" : proof(fault, name, index);
    String set =
        fault.equals("noset")
            ? ""
            : "\"signedEntryTimestamp\":\"%s\"".formatted(Material.base64(promise));
    return "\"%s\":%s,\"verification\":{%s%s%s}}"
        .formatted(
            id(index),
            promised.substring(0, promised.length() - 1),
            proof,
            proof.isEmpty() || set.isEmpty() ? "" : ",",
            set);
  }

  private String proof(String fault, String name, int index) {
    List<byte[]> path = new ArrayList<>(tree.proof(index));
    if (fault.equals("shortproof")) {
      path.removeLast();
    }
    if (fault.equals("longproof")) {
      path.add(new byte[32]);
    }
    String hashes =
        path.stream()
            .map(hash -> "\"%s\"".formatted(HEX.formatHex(hash)))
            .collect(Collectors.joining(","));
    String text = "%s\n%d\n%s\n".formatted(ORIGIN, tree.size(), Material.base64(tree.root()));
    return ("\"inclusionProof\":{\"checkpoint\":%s,\"hashes\":[%s],\"logIndex\":%d,"
            + "\"rootHash\":\"%s\",\"treeSize\":%d}")
        .formatted(
            JsonText.quote(SignedNote.of(text).signed("127.0.0.1", material, name).text()),
            hashes,
            index,
            HEX.formatHex(tree.root()),
            tree.size());
  }
}

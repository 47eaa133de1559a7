package dev.landwaiter.testing.sigstore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A transparency log of version 2.
final class FakeTiles {
  private final Material material;
  private final MerkleTree tree = new MerkleTree();

  FakeTiles(Material material) {
    this.material = material;
    tree.add(new byte[] {'x'});
    tree.add(new byte[] {'y'});
  }

  synchronized Reply create(String fault, String body) {
    String entry = canonical(JsonText.at(JsonText.object(body), "hashedRekordRequestV002"));
    byte[] leaf = entry.getBytes(StandardCharsets.UTF_8);
    tree.add(leaf);
    int index = tree.size() - 1;
    List<byte[]> path = new ArrayList<>(tree.proof(index));
    if (fault.equals("shortproof")) {
      path.removeLast();
    }
    String origin = fault.equals("badorigin") ? "elsewhere.test" : "127.0.0.1";
    String log = fault.equals("otherlog") ? "other-rekor2" : "rekor2";
    String text = "%s\n%d\n%s\n".formatted(origin, tree.size(), Material.base64(tree.root()));
    SignedNote note = SignedNote.of(text);
    if (fault.equals("cosigned")) {
      byte[] id = SignedNote.hint("witness.test", material.publicKey("other-rekor2"));
      note = note.signed("witness.test", id, material.key("other-rekor2"));
    }
    String checkpoint = note.signed(origin, material, log).text();
    String hashes =
        path.stream()
            .map(hash -> "\"%s\"".formatted(Material.base64(hash)))
            .collect(Collectors.joining(","));
    byte[] id = SignedNote.hint("127.0.0.1", material.publicKey("rekor2"));
    int shown = fault.equals("badindex") ? index + 1 : index;
    return Reply.json(
        201,
        ("{\"logIndex\":\"%d\",\"logId\":{\"keyId\":\"%s\"},\"kindVersion\":"
                + "{\"kind\":\"hashedrekord\",\"version\":\"0.0.2\"},\"inclusionProof\":"
                + "{\"logIndex\":\"%d\",\"rootHash\":\"%s\",\"treeSize\":\"%d\",\"hashes\":[%s],"
                + "\"checkpoint\":{\"envelope\":%s}},\"canonicalizedBody\":\"%s\"}")
            .formatted(
                shown,
                Material.base64(id),
                shown,
                Material.base64(tree.root()),
                tree.size(),
                hashes,
                JsonText.quote(checkpoint),
                Material.base64(leaf)));
  }

  private static String canonical(Object request) {
    Object verifier = JsonText.at(request, "signature", "verifier");
    String details = JsonText.textAt(verifier, "keyDetails");
    boolean certificate = ((Map<?, ?>) verifier).containsKey("x509Certificate");
    String kind = certificate ? "x509Certificate" : "publicKey";
    String raw = JsonText.textAt(verifier, kind, "rawBytes");
    String members =
        certificate
            ? "\"keyDetails\":\"%s\",\"x509Certificate\":{\"rawBytes\":\"%s\"}"
                .formatted(details, raw)
            : "\"keyDetails\":\"%s\",\"publicKey\":{\"rawBytes\":\"%s\"}".formatted(details, raw);
    return ("{\"apiVersion\":\"0.0.2\",\"kind\":\"hashedrekord\",\"spec\":{\"hashedRekordV002\":"
            + "{\"data\":{\"algorithm\":\"%s\",\"digest\":\"%s\"},\"signature\":"
            + "{\"content\":\"%s\",\"verifier\":{%s}}}}}")
        .formatted(
            hash(details),
            JsonText.textAt(request, "digest"),
            JsonText.textAt(request, "signature", "content"),
            members);
  }

  private static String hash(String details) {
    if (details.contains("SHA_384")) {
      return "SHA2_384";
    }
    return details.contains("SHA_512") || details.contains("ED25519") ? "SHA2_512" : "SHA2_256";
  }
}

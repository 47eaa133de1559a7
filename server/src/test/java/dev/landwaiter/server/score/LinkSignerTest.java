package dev.landwaiter.server.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.run.KubesecScan;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkSignerTest {
  private static final byte[] POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: \"a\"}}\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void theSignatureIsOverTheCanonicalLink() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var scored =
        (KubesecScan.Outcome.Scored)
            KubesecScan.scan("API", POD, Profile.KUBESEC, List.of(), Schemas.NONE);
    Value answer =
        Json.parse("answer", new LinkSigner(keys.getPrivate()).sign(POD, scored.reports()));
    ObjectValue link = (ObjectValue) ((ObjectValue) answer).get("link").orElseThrow();
    ObjectValue signed = (ObjectValue) link.get("signed").orElseThrow();
    ObjectValue first =
        (ObjectValue) ((ArrayValue) link.get("signatures").orElseThrow()).elements().getFirst();
    String product = digest(signed, "products", "Pod/a.default");
    String material = digest(signed, "materials", "deployment.yml");
    String canonical =
        "{\"_type\":\"link\",\"byproducts\":{},\"command\":[],\"environment\":{},\"materials\":"
            + "{\"deployment.yml\":{\"sha256\":\""
            + material
            + "\"}},\"name\":\"kubesec\",\"products\":{\"Pod/a.default\":{\"sha256\":\""
            + product
            + "\"}}}";
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(keys.getPublic());
    signature.update(canonical.getBytes(StandardCharsets.UTF_8));
    assertThat(signature.verify(HexFormat.of().parseHex(first.get("sig").orElseThrow().asText())))
        .isTrue();
    assertThat(first.get("keyid").orElseThrow().asText()).matches("[0-9a-f]{64}");
  }

  @Test
  void otherKeysAreRefused() throws Exception {
    var rsa = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
    assertThatThrownBy(() -> new LinkSigner(rsa))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("links are signed with an Ed25519 key");
  }

  private static String digest(ObjectValue signed, String group, String name) {
    var found =
        (ObjectValue) ((ObjectValue) signed.get(group).orElseThrow()).get(name).orElseThrow();
    return found.get("sha256").orElseThrow().asText();
  }
}

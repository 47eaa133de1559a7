package dev.landwaiter.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.ImageException.Code;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
  private static final String EMPTY =
      "{'mediaType':'application/vnd.oci.empty.v1+json','size':2,'digest':'sha256:"
          + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'";

  private static Document parse(String json, String promised) throws ImageException {
    byte[] body = json.replace("EMPTY", EMPTY).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Document.parse("test", body, promised, Limits.STANDARD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'manifests':[]} | ~~ | application/vnd.oci.image.index.v1+json",
        "{'manifests':[]} | application/json | application/vnd.oci.image.index.v1+json",
        "{'manifests':[],'schemaVersion':2}"
            + " | application/vnd.docker.distribution.manifest.list.v2+json; charset=utf-8"
            + " | application/vnd.docker.distribution.manifest.list.v2+json",
        "{'config':EMPTY},'layers':[]} | ~~ | application/vnd.oci.image.manifest.v1+json",
        "{'config':EMPTY},'layers':null,"
            + "'mediaType':'application/vnd.docker.distribution.manifest.v2+json'}"
            + " | ~~ | application/vnd.docker.distribution.manifest.v2+json",
      })
  void knowsTheType(String json, String promised, String type) throws ImageException {
    assertThat(parse(json, promised).mediaType()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'manifests':[],'layers':[],'config':EMPTY}} | ~~ | at once",
        "{'manifests':[],'fsLayers':[]} | ~~ | at once",
        "{'manifests':[],'mediaType':'application/vnd.oci.image.manifest.v1+json'} | ~~"
            + " | contradicts",
        "{'config':EMPTY},'layers':[]} | application/vnd.oci.image.index.v1+json | contradicts",
        "{'manifests':[],'mediaType':'application/vnd.oci.image.index.v1+json'}"
            + " | application/vnd.oci.image.manifest.v1+json | but is referred to as",
        "{'manifests':[],'mediaType':'application/vnd.oci.image.index.v1+json'}"
            + " | application/vnd.oci.image.config.v1+json | but is referred to as",
        "{'manifests':[],'schemaVersion':1} | ~~ | schemaVersion",
        "{'manifests':{}} | ~~ | not an array",
        "{'manifests':[1]} | ~~ | an object was expected",
        "{'manifests':[{'size':1}]} | ~~ | 'digest' is missing",
        "{'manifests':[{'digest':'sha256:zz','size':1}]} | ~~ | not a digest",
        "{'config':EMPTY,'data':'e30'},'layers':[{}]} | ~~ | 'digest' is missing",
        "{'config':EMPTY,'data':'!!'},'layers':[]} | ~~ | not Base64",
        "{'layers':[]} | ~~ | 'config' is missing",
        "{'config':{'digest':'sha256:"
            + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a','size':-2}}"
            + " | ~~ | whole number",
        "[] | ~~ | an object was expected",
        "{ | ~~ | not valid JSON",
      })
  void refuses(String json, String promised, String reason) {
    assertThatThrownBy(() -> parse(json, promised))
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'fsLayers':[],'schemaVersion':1} | ~~ | schema 1",
        "{'mediaType':'application/vnd.docker.distribution.manifest.v1+prettyjws'} | ~~"
            + " | schema 1",
        "{} | ~~ | neither a manifest nor an index",
        "{'mediaType':'text/html'} | text/html | neither a manifest nor an index",
        "{'manifests':[{'digest':'md5:12','size':1}]} | ~~ | digest algorithm 'md5'",
      })
  void doesNotSupport(String json, String promised, String reason) {
    assertThatThrownBy(() -> parse(json, promised))
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.code()).isEqualTo(Code.UNSUPPORTED));
  }

  @Test
  void embeddedDataMustBeWhatTheDigestSays() throws ImageException {
    var manifest = (Manifest) parse("{'config':EMPTY,'data':'e30='},'layers':[]}", "");
    assertThat(manifest.config().embedded()).hasValue(new byte[] {'{', '}'});
    assertThatThrownBy(() -> parse("{'config':EMPTY,'data':'W10='},'layers':[]}", ""))
        .isInstanceOfSatisfying(
            ImageException.class, e -> assertThat(e.code()).isEqualTo(Code.DIGEST_MISMATCH));
  }

  @Test
  void boundsTheSize() {
    byte[] body = " ".repeat((4 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Document.parse("test", body, "", Limits.STANDARD))
        .hasMessage("test: more than 4194304 bytes in one manifest or index (limit manifest)");
  }

  @Test
  void boundsTheLayers() {
    String layers = "EMPTY},".repeat(3) + "EMPTY}";
    byte[] body =
        ("{'config':EMPTY},'layers':[" + layers + "]}")
            .replace("EMPTY", EMPTY)
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    var limits = Limits.STANDARD.with(Limit.LAYERS, 3);
    assertThatThrownBy(() -> Document.parse("test", body, "", limits))
        .hasMessage("test: more than 3 layers in one image (limit layers)");
  }

  @Test
  void otherArtifactsAreNoImages() throws ImageException {
    var manifest =
        (Manifest) parse("{'config':EMPTY},'layers':[],'artifactType':'application/x.chart'}", "");
    assertThatThrownBy(() -> manifest.requireImage("test"))
        .hasMessageContaining("application/x.chart");
  }
}

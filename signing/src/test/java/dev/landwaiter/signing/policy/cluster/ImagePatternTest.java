package dev.landwaiter.signing.policy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePatternTest {
  private static final String DIGEST = "@sha256:" + "a1".repeat(32);

  /// `HUB` stands for the host of Docker Hub, `DIGEST` for one.
  @ParameterizedTest
  @CsvSource({
    "*,nginx,true",
    "*,nginx:1.2,true",
    "*,nginxDIGEST,true",
    "*,team/nginx,false",
    "*,r.test/nginx,false",
    "*/*,team/nginx,true",
    "*/*,nginx,true",
    "*/*,a/b/c,false",
    "*/*,r.test/nginx,false",
    "**,r.test/a/b/c:1,true",
    "HUB/library/*,nginx,true",
    "HUB/library/nginx:latest,nginx,true",
    "HUB/library/nginx:latest,nginx:1,false",
    "HUB/library/nginx,nginx,false",
    "nginx,nginx,true",
    "nginx:1,nginx:1,true",
    "nginx*,nginx:1,true",
    "r.test/*,r.test/a,true",
    "r.test/*,r.test/a/b,false",
    "r.test/**,r.test/a/b:1,true",
    "r.test/**/c:*,r.test/a/b/c:1,true",
    "r.test/**/c:*,r.test/c:1,false",
    "r.test/**,r.test.evil/a,false",
    "r.test/**,evil/r.test/a,false",
    "r.test/*,rxtest/a,false",
    "r.test/a,r.test/a,true",
    "r.test/a,r.test/a:1,false",
    "r.test/a:latest,r.test/a,true",
    "r.test/a*,r.test/a:1,true",
    "r.test/a:1,r.test/a:1DIGEST,false",
    "r.test/a@*,r.test/a:1DIGEST,true",
    "r.test/a@sha256:*,r.test/aDIGEST,true",
    "r.test:5000/*,r.test:5000/a,true",
    "r.test/***,r.test/a/b,true",
    "R.test/*,r.test/a,false",
    "r.test/*-*,r.test/a-b-c,true",
    "r.test/*-x,r.test/a-b-c,false"
  })
  void whichImagesAreMeant(String glob, String image, boolean fits) throws Exception {
    String written = image.replace("DIGEST", DIGEST);
    var pattern = new ImagePattern(glob.replace("HUB", Hubs.DOCKER_HUB_CANONICAL));
    assertThat(pattern.fits(Reference.parse(written), written)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "r.test/a-b_c:*@1,true",
    "'r.test/[a]',false",
    "r.test/a b,false",
    "'',false",
    "r.test/é,false",
    "r.test/a?,false",
    "r.test/$,false",
    "r.test/{a},false"
  })
  void whatMayStandInIt(String glob, boolean valid) {
    assertThat(ImagePattern.isValid(glob)).isEqualTo(valid);
  }

  /// Time does not grow with the number of ways through a pattern.
  @Test
  void manyStarsAreCheap() throws Exception {
    String image = "r.test/" + "a".repeat(200);
    String stars = "r.test/" + "a**".repeat(300) + "b";
    assertThat(ImagePattern.isValid(stars)).isTrue();
    assertThat(new ImagePattern(stars).fits(Reference.parse(image), image)).isFalse();
    assertThat(ImagePattern.isValid("*".repeat(1001))).isFalse();
  }
}

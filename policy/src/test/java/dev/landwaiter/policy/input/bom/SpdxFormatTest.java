package dev.landwaiter.policy.input.bom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxFormatTest {
  private static final String HEAD = "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\n";

  private static String json(String text) throws FormatException {
    return JsonWriter.toText(
        new SpdxFormat().read("x.spdx", text.getBytes(UTF_8)), JsonStyle.COMPACT.sorted());
  }

  @Test
  void packagesFilesAndLicensesAreSorted() throws FormatException {
    String text =
        """
        PackageName: p
        SPDXID: SPDXRef-p
        PackageChecksum: SHA1: 00
        PackageSupplier: Organization: o
        PackageVerificationCode: 11 (excludes: ./a)
        ExternalRef: SECURITY cpe23Type cpe:x
        ExternalRefComment: c
        FileName: ./f
        SPDXID: SPDXRef-f
        FileType: SOURCE
        FileType: TEXT
        SnippetSPDXID: SPDXRef-s
        SnippetByteRange: 1:2
        LicenseID: LicenseRef-1
        ExtractedText: <text>one</text>
        Relationship: SPDXRef-p CONTAINS NONE
        RelationshipComment: r
        Annotator: Person: a
        AnnotationComment: n
        """;
    assertThat(json(HEAD + text))
        .contains(
            "\"checksums\":[{\"algorithm\":\"SHA1\",\"checksumValue\":\"00\"}]",
            "\"supplier\":\"Organization: o\"",
            "\"packageVerificationCode\":{\"packageVerificationCodeExcludedFiles\":[\"./a\"],"
                + "\"packageVerificationCodeValue\":\"11\"}",
            "\"externalRefs\":[{\"comment\":\"c\",\"referenceCategory\":\"SECURITY\","
                + "\"referenceLocator\":\"cpe:x\",\"referenceType\":\"cpe23Type\"}]",
            "\"files\":[{\"SPDXID\":\"SPDXRef-f\",\"checksums\":null,\"copyrightText\":\"\","
                + "\"fileName\":\"./f\",\"fileTypes\":[\"SOURCE\",\"TEXT\"]}]",
            "\"hasExtractedLicensingInfos\":[{\"extractedText\":\"one\",\"licenseId\":\"LicenseRef-1\"}]",
            "\"relatedSpdxElement\":\"NONE\"",
            "\"annotations\":[{\"annotationDate\":\"\",\"annotationType\":\"\","
                + "\"annotator\":\"Person: a\",\"comment\":\"n\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no colon",
        "PackageComment: x",
        "PackageName: p",
        "Creator: Robot: x",
        "Created: <text>x",
        "Relationship: SPDXRef-a CONTAINS",
        "PackageName: p\nPackageChecksum: X: 0",
        "SPDXID: x",
        "PackageName: p\nExternalRefComment: x"
      })
  void whatIsWrongIsRefused(String text) {
    assertThatThrownBy(() -> json(HEAD + text)).isInstanceOf(FormatException.class);
  }

  @Test
  void tagsHavePlaces() {
    byte[] text = (HEAD + "PackageName: p\nSPDXID: SPDXRef-p\n").getBytes(UTF_8);
    var path = List.of(Value.of("packages"), Value.of(0), Value.of("SPDXID"));
    assertThat(new SpdxFormat().locator("x", text).find(path).span().start())
        .isEqualTo(new Position(4, 1));
  }
}

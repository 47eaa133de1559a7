package dev.landwaiter.policy.input.bom;

import dev.landwaiter.policy.input.bom.SpdxField.Kind;
import java.util.HashMap;
import java.util.Map;

/// The sections of SPDX's tag-value format, and their tags.
enum SpdxSection {
  CREATION(
      "CreationInfo",
      """
      SPDXVersion - DROPPED
      DataLicense dataLicense NEEDED
      SPDXID SPDXID IDENTIFIER
      DocumentName name NEEDED
      DocumentNamespace documentNamespace NEEDED
      DocumentComment comment TEXT
      ExternalDocumentRef externalDocumentRefs DOCUMENT
      LicenseListVersion licenseListVersion CREATION
      Creator creators CREATORS
      Created created CREATION
      CreatorComment comment CREATION
      """),
  PACKAGE(
      "Package",
      """
      SPDXID SPDXID IDENTIFIER
      PackageVersion versionInfo TEXT
      PackageFileName packageFileName TEXT
      PackageSupplier supplier PARTY
      PackageOriginator originator PARTY
      PackageDownloadLocation downloadLocation NEEDED
      FilesAnalyzed filesAnalyzed FLAG
      PackageVerificationCode packageVerificationCode CODE
      PackageChecksum checksums CHECKSUM
      PackageHomePage homepage TEXT
      PackageSourceInfo sourceInfo TEXT
      PackageLicenseConcluded licenseConcluded TEXT
      PackageLicenseInfoFromFiles licenseInfoFromFiles LIST
      PackageLicenseDeclared licenseDeclared TEXT
      PackageLicenseComments licenseComments TEXT
      PackageCopyrightText copyrightText TEXT
      PackageSummary summary TEXT
      PackageDescription description TEXT
      PackageComment comment TEXT
      PackageAttributionText attributionTexts LIST
      PrimaryPackagePurpose primaryPackagePurpose NEW_TEXT
      ReleaseDate releaseDate NEW_TEXT
      BuiltDate builtDate NEW_TEXT
      ValidUntilDate validUntilDate NEW_TEXT
      ExternalRef externalRefs REFERENCE
      ExternalRefComment comment REFERENCE_COMMENT
      """),
  FILE(
      "File",
      """
      SPDXID SPDXID IDENTIFIER
      FileType fileTypes LIST
      FileChecksum checksums CHECKSUM
      LicenseConcluded licenseConcluded TEXT
      LicenseInfoInFile licenseInfoInFiles LIST
      LicenseComments licenseComments TEXT
      FileCopyrightText copyrightText NEEDED
      ArtifactOfProjectName - DROPPED
      ArtifactOfProjectHomePage - DROPPED
      ArtifactOfProjectURI - DROPPED
      FileComment comment TEXT
      FileNotice noticeText TEXT
      FileContributor fileContributors LIST
      FileDependency fileDependencies LIST
      FileAttributionText attributionTexts LIST
      """),
  SNIPPET(
      "Snippet",
      """
      SnippetFromFileSPDXID - DROPPED
      SnippetByteRange - DROPPED
      SnippetLineRange - DROPPED
      SnippetLicenseConcluded - DROPPED
      LicenseInfoInSnippet - DROPPED
      SnippetLicenseComments - DROPPED
      SnippetCopyrightText - DROPPED
      SnippetComment - DROPPED
      SnippetName - DROPPED
      SnippetAttributionText - DROPPED
      """),
  LICENSE(
      "OtherLicense",
      """
      ExtractedText extractedText NEEDED
      LicenseName name TEXT
      LicenseCrossReference seeAlsos LIST
      LicenseComment comment TEXT
      """),
  REVIEW(
      "Review",
      """
      ReviewDate - DROPPED
      ReviewComment - DROPPED
      """);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.copyOf
  private final Map<String, SpdxField> fields;

  SpdxSection(String title, String table) {
    this.title = title;
    Map<String, SpdxField> all = new HashMap<>();
    table
        .lines()
        .forEach(line -> {
          String[] words = line.split(" ", -1);
          all.put(words[0], new SpdxField(words[1], Kind.valueOf(words[2])));
        });
    this.fields = Map.copyOf(all);
  }

  /// What the original calls it.
  String title() {
    return title;
  }

  /// The tags that may stand in it.
  Map<String, SpdxField> fields() {
    return fields;
  }
}

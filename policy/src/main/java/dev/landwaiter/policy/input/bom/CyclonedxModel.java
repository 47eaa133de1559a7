package dev.landwaiter.policy.input.bom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What elements CycloneDX has in XML, and what they are in JSON (CycloneDX 1.0 to 1.6).
final class CyclonedxModel {
  /// Each line names a kind of element and its parts. A part is `@` and an attribute or the name of
  /// an element, then what it holds: nothing for text, `:int`, `:bool`, `:number`, a kind, `*` and
  /// the element of a list inside it, or `+` for a list of elements side by side. `=` renames in
  /// JSON, and `.` is the element's own text.
  private static final String TABLE =
      """
      bom @serialNumber @version:int metadata:metadata components*component:component \
      services*service:service externalReferences*reference:reference \
      dependencies*dependency:dependency compositions*composition:composition \
      properties*property:property vulnerabilities*vulnerability:vulnerability \
      annotations*annotation:annotation formulation*formula:formula \
      declarations:declarations definitions:definitions
      metadata timestamp lifecycles*lifecycle:lifecycle tools:tools authors*author:contact \
      component:component manufacture:organization manufacturer:organization \
      supplier:organization licenses:licenses properties*property:property
      lifecycle phase name description
      tool vendor name version hashes*hash:hash externalReferences*reference:reference
      organization @bom-ref name address:address url+ contact+:contact
      address @bom-ref country region locality postOfficeBoxNumber postalCode streetAddress
      contact @bom-ref name email phone
      component @bom-ref @mime-type @type supplier:organization manufacturer:organization \
      author authors*author:contact publisher group name version description scope \
      hashes*hash:hash licenses:licenses copyright cpe purl omniborId+ swhid+ swid:swid \
      modified:bool pedigree:pedigree externalReferences*reference:reference \
      properties*property:property components*component:component evidence:evidence \
      releaseNotes:releaseNotes tags*tag data+:componentData
      componentData @bom-ref type name contents:contents classification sensitiveData+ description
      contents attachment:attachment url properties*property:property
      hash @alg .=content
      license @bom-ref @acknowledgement id name text:attachment url properties*property:property
      attachment @content-type=contentType @encoding .=content
      swid @tagId @name @version @tagVersion:int @patch:bool text:attachment url
      pedigree ancestors*component:component descendants*component:component \
      variants*component:component commits*commit:commit patches*patch:patch notes
      commit uid url author:identity committer:identity message
      identity timestamp name email
      patch @type diff:diff resolves*issue:issue
      diff text:attachment url
      issue @type id name description source:source references*url
      source name url
      evidence identity+:evidenceIdentity occurrences*occurrence:occurrence callstack:callstack \
      licenses:licenses copyright*text:copyright
      evidenceIdentity field confidence:number concludedValue methods*method:method tools*tool
      method technique confidence:number value
      occurrence @bom-ref location line:int offset:int symbol additionalContext
      callstack frames*frame:frame
      frame package module function parameters*parameter line:int column:int fullFilename
      copyright .=text
      reference @type url comment hashes*hash:hash
      property @name .=value
      releaseNotes type title featuredImage socialImage description timestamp aliases*alias \
      tags*tag resolves*issue:issue notes*note:note properties*property:property
      note locale text:attachment
      service @bom-ref provider:organization group name version description \
      endpoints*endpoint authenticated:bool x-trust-boundary:bool data:serviceData \
      licenses:licenses externalReferences*reference:reference properties*property:property \
      services*service:service releaseNotes:releaseNotes trustZone tags*tag
      classification @flow .=classification
      composition @bom-ref aggregate assemblies:references dependencies:references \
      vulnerabilities:references
      vulnerability @bom-ref id source:source references*reference:vulnerabilityReference \
      ratings*rating:rating cwes*cwe:int description detail recommendation workaround \
      proofOfConcept:proof advisories*advisory:advisory created published updated rejected \
      credits:credits tools:tools analysis:analysis affects*target:affects \
      properties*property:property
      vulnerabilityReference id source:source
      rating source:source score:number severity method vector justification
      proof reproductionSteps environment supportingMaterial*attachment:attachment
      advisory title url
      credits organizations*organization:organization individuals*individual:contact
      analysis state justification responses*response detail firstIssued lastUpdated
      affects ref versions*version:affectedVersion
      affectedVersion version range status
      annotation @bom-ref subjects:references annotator:annotator timestamp text
      annotator organization:organization individual:contact component:component service:service
      formula @bom-ref components*component:component services*service:service \
      properties*property:property
      declarations
      definitions
      """;

  /// A part of an element.
  ///
  /// @param source how it is written in XML: `@name`, `name` or `.`
  /// @param item the element inside it that makes a list, `+` for a list side by side, or empty
  /// @param kind of element it is, `int`, `number` or `bool`, or empty for text
  record Part(String source, String json, String item, String kind) {}

  /// The kinds of elements; `tools`, `licenses`, `dependency`, `references` and `serviceData` are
  /// not among them, since they are not in JSON what they are in XML.
  static final Map<String, List<Part>> KINDS = kinds();

  private CyclonedxModel() {}

  private static Map<String, List<Part>> kinds() {
    Map<String, List<Part>> kinds = new LinkedHashMap<>();
    TABLE
        .lines()
        .forEach(line -> {
          List<String> words = List.of(line.trim().split(" +"));
          kinds.put(words.getFirst(), words.stream().skip(1).map(CyclonedxModel::part).toList());
        });
    return Map.copyOf(kinds);
  }

  private static Part part(String word) {
    int colon = word.indexOf(':');
    String kind = colon < 0 ? "" : word.substring(colon + 1);
    String rest = colon < 0 ? word : word.substring(0, colon);
    int equals = rest.indexOf('=');
    int star = rest.indexOf('*');
    if (rest.endsWith("+")) {
      String name = rest.substring(0, rest.length() - 1);
      return new Part(name, name, "+", kind);
    }
    if (star > 0) {
      String name = rest.substring(0, star);
      return new Part(name, name, rest.substring(star + 1), kind);
    }
    String source = equals < 0 ? rest : rest.substring(0, equals);
    String json = equals < 0 ? source : rest.substring(equals + 1);
    return new Part(source, json.startsWith("@") ? json.substring(1) : json, "", kind);
  }
}

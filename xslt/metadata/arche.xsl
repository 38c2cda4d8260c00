<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" exclude-result-prefixes="#all">

  <!--
    RDF (Turtle) in the schema of ARCHE, the archive of the Austrian Academy of Sciences (github.com/acdh-oeaw/arche-schema): the edition
    as a TopCollection, a Collection for each folder of the package, a Resource for each file.

    Every object has title, depositor, licensor, metadata creator, owner and rights holder; a resource also category, licence and the
    collection that it is part of; a top collection also contact, curator, description and subject. What ARCHE fills in itself (hosting, PID,
    sizes, summaries) is left to it. The identifiers are those that its ingestion forms from the paths of the files.
  -->

  <xsl:variable name="fp:arche-vocabularies" as="xs:string" select="'https://vocabs.acdh.oeaw.ac.at/'"/>
  <xsl:variable name="fp:arche-base" as="xs:string" select="'https://id.acdh.oeaw.ac.at/' || $f:package?collection"/>

  <!-- ARCHE's categories for the kinds of files. -->
  <xsl:variable name="fp:arche-categories" as="map(xs:string, xs:string)" select="map{
    'document': 'text/tei', 'authority': 'text/tei', 'edition': 'text/tei', 'source': 'text', 'text': 'text', 'about': 'text', 'data': 'dataset', 'schema': 'dataset/xml'}"/>

  <xsl:function name="f:arche" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="common" select="fp:arche-common($facts)"/>
    <xsl:variable name="prefixes" select="
      '@prefix acdh: &lt;' || $fp:arche-vocabularies || 'schema#> .', '@prefix xsd: &lt;http://www.w3.org/2001/XMLSchema#> .'"/>
    <xsl:sequence select="string-join((
      string-join($prefixes, '&#10;'),
      fp:arche-edition($facts, $common),
      $f:folders ! fp:arche-folder(., $facts, $common),
      $f:files ! fp:arche-file(., $facts, $common),
      $facts?agents?* ! fp:arche-agent(.)), '&#10;&#10;') || '&#10;'"/>
  </xsl:function>

  <!-- Who answers for what. The publisher gives the licence and holds the rights; the editor, where one is named, does the rest. -->
  <xsl:function name="fp:arche-common" as="xs:string*">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:variable name="publisher" select="fp:arche-agent-id($facts?publisherAgent)"/>
    <xsl:variable name="responsible" select="($facts?editors?*, $facts?publisherAgent) ! fp:arche-agent-id(.)"/>
    <xsl:sequence select="
      fp:triple('hasDepositor', $responsible[1]),
      fp:triple('hasMetadataCreator', $responsible[1]),
      fp:triple('hasLicensor', $publisher),
      fp:triple('hasOwner', $publisher),
      fp:triple('hasRightsHolder', $publisher)"/>
  </xsl:function>

  <xsl:function name="fp:arche-edition" as="xs:string">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="common" as="xs:string*"/>
    <xsl:variable name="language" select="$facts?language"/>
    <xsl:variable name="responsible" select="(($facts?editors?*, $facts?publisherAgent)[1]) ! fp:arche-agent-id(.)"/>
    <xsl:sequence select="fp:subject($fp:arche-base, 'TopCollection', (
      fp:triple('hasTitle', fp:literal($facts?title, $language)),
      $facts?subtitle ! fp:triple('hasAlternativeTitle', fp:literal(., $language)),
      fp:triple('hasDescription', fp:literal(string-join(($facts?description, $facts?sampling), ' '), $language)),
      ($facts?keywords?*, $facts?subjects?*?name) ! fp:triple('hasSubject', fp:literal(., $language)),
      $facts?disciplines?* ! fp:triple('hasRelatedDiscipline', fp:reference(.)),
      $facts?languages?* ! fp:triple('hasLanguage', fp:reference($fp:arche-vocabularies || 'iso6393/' || .)),
      fp:triple('hasContact', $responsible),
      fp:triple('hasCurator', $responsible),
      $facts?creators?* ! fp:triple('hasCreator', fp:arche-agent-id(.)),
      $facts?editors?* ! fp:triple('hasEditor', fp:arche-agent-id(.)),
      $facts?contributors?*[not(.?wrote)] ! fp:triple('hasContributor', fp:arche-agent-id(.)),
      fp:arche-licence($facts),
      ($facts?uri, $facts?doi ! ('https://doi.org/' || .)) ! fp:triple('hasIdentifier', fp:reference(.)),
      $facts?web ! fp:triple('hasUrl', fp:literal(., ()) || '^^xsd:anyURI'),
      $facts?version ! fp:triple('hasVersion', fp:literal(., ())),
      fp:arche-day('hasCoverageStartDate', $facts?first),
      fp:arche-day('hasCoverageEndDate', $facts?last),
      $facts?practice ! fp:triple('hasEditorialPractice', fp:literal(., $language)),
      $common))"/>
  </xsl:function>

  <xsl:function name="fp:arche-folder" as="xs:string">
    <xsl:param name="folder" as="xs:string"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="common" as="xs:string*"/>
    <xsl:sequence select="fp:subject($fp:arche-base || '/' || $folder, 'Collection', (
      fp:triple('hasTitle', fp:literal($facts?title || ': ' || $folder, $facts?language)),
      fp:triple('isPartOf', fp:arche-parent($folder)),
      fp:arche-licence($facts),
      $common))"/>
  </xsl:function>

  <xsl:function name="fp:arche-file" as="xs:string">
    <xsl:param name="file" as="map(*)"/>
    <xsl:param name="facts" as="map(*)"/>
    <xsl:param name="common" as="xs:string*"/>
    <xsl:variable name="document" select="f:document-of($file, 'document')"/>
    <xsl:variable name="language" select="string(($document?language, $facts?language)[1])"/>
    <xsl:sequence select="fp:subject($fp:arche-base || '/' || $file?path, 'Resource', (
      fp:triple('hasTitle', fp:literal(string((f:document-of($file, ())?title, $file?title, $file?path)[1]), $language)),
      fp:triple('isPartOf', fp:arche-parent($file?path)),
      fp:triple('hasFilename', fp:literal(replace($file?path, '^.*/', ''), ())),
      fp:triple('hasFormat', fp:literal($file?mediaType, ())),
      fp:triple('hasCategory', fp:reference($fp:arche-vocabularies || 'archecategory/' || $fp:arche-categories($file?kind))),
      fp:triple('hasAccessRestriction', fp:reference($fp:arche-vocabularies || 'archeaccessrestrictions/public')),
      f:three-letter-language($language) ! fp:triple('hasLanguage', fp:reference($fp:arche-vocabularies || 'iso6393/' || .)),
      fp:arche-licence($facts),
      $document?authors?* ! fp:triple('hasAuthor', fp:arche-agent-id($facts?known(.?name))),
      $document?uri ! fp:triple('hasIdentifier', fp:reference(.)),
      fp:arche-day('hasCoverageStartDate', $document?first),
      fp:arche-day('hasCoverageEndDate', $document?last),
      $common))"/>
  </xsl:function>

  <xsl:function name="fp:arche-agent" as="xs:string">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:variable name="person" select="$agent?kind eq 'person'"/>
    <xsl:sequence select="fp:subject(substring-before(substring-after(fp:arche-agent-id($agent), '&lt;'), '>'), if ($person) then 'Person' else 'Organisation', (
      fp:triple('hasTitle', fp:literal($agent?name, 'und')),
      $agent?given ! fp:triple('hasFirstName', fp:literal(., 'und')),
      $agent?family ! fp:triple('hasLastName', fp:literal(., 'und')),
      $agent?email ! fp:triple('hasEmail', fp:literal(., ())),
      $agent?ids?*?uri ! fp:triple('hasIdentifier', fp:reference(.))))"/>
  </xsl:function>

  <!-- The address that an identifier gives, else one within the collection. -->
  <xsl:function name="fp:arche-agent-id" as="xs:string">
    <xsl:param name="agent" as="map(*)"/>
    <xsl:sequence select="fp:reference(string(($agent?ids?*?uri, $fp:arche-base || '/agents/' || encode-for-uri($agent?name))[1]))"/>
  </xsl:function>

  <xsl:function name="fp:arche-parent" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="fp:reference(string-join(($fp:arche-base, tokenize($path, '/')[position() lt last()]), '/'))"/>
  </xsl:function>

  <xsl:function name="fp:arche-licence" as="xs:string?">
    <xsl:param name="facts" as="map(*)"/>
    <xsl:sequence select="$facts?licenceNames?arche ! fp:triple('hasLicense', fp:reference($fp:arche-vocabularies || 'archelicenses/' || .))"/>
  </xsl:function>

  <!-- ARCHE wants a whole day. -->
  <xsl:function name="fp:arche-day" as="xs:string?">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:sequence select="$day[. castable as xs:date] ! fp:triple($property, fp:literal(., ()) || '^^xsd:date')"/>
  </xsl:function>

  <!-- Turtle. -->

  <xsl:function name="fp:subject" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="triples" as="xs:string*"/>
    <xsl:sequence select="fp:reference($address) || string-join((' a acdh:' || $class, distinct-values($triples)), ' ;&#10;  ') || ' .'"/>
  </xsl:function>

  <xsl:function name="fp:triple" as="xs:string">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="object" as="xs:string"/>
    <xsl:sequence select="'acdh:' || $property || ' ' || $object"/>
  </xsl:function>

  <!-- What an IRIREF of Turtle cannot hold is percent-encoded. -->
  <xsl:function name="fp:reference" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="'&lt;' || string-join(string-to-codepoints($address) ! (
      if (. le 32 or codepoints-to-string(.) = ('&lt;', '>', '&quot;', '{', '}', '|', '^', '`', '\')) then encode-for-uri(codepoints-to-string(.)) else codepoints-to-string(.))) || '>'"/>
  </xsl:function>

  <xsl:function name="fp:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="escaped" select="replace(replace(replace(replace(replace($text, '\\', '\\\\'), '&quot;', '\\&quot;'), '&#10;', '\\n'), '&#13;', '\\r'), '&#9;', '\\t')"/>
    <xsl:sequence select="'&quot;' || $escaped || '&quot;' || $language ! ('@' || .)"/>
  </xsl:function>
</xsl:stylesheet>

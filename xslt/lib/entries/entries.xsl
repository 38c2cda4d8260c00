<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="entry-names.xsl"/>

  <!--
    Authority entries, in a document's standOff, in its header (particDesc, settingDesc) or in a
    list of its text, and in an authority file: person, org, place, event, and for terms an item or
    a category. The lists of a published volume, where the name itself has the identifier, are read
    unchanged.
  -->

  <!--
    One pattern that begins with the identifier: of several patterns saxon-js would try each on
    every node of the document, for each transformation.
  -->
  <xsl:key name="entry" use="@xml:id" match="*[@xml:id][
    if (self::person or self::org or self::place or self::event) then parent::listPerson
    or parent::listOrg or parent::listPlace or parent::listEvent or ancestor::standOff
      or ancestor::particDesc
    or self::place/ancestor::settingDesc
    else if (self::nym or self::item[term] or self::category) then exists(ancestor::standOff)
      or self::category[ancestor::classDecl][f:is-list-of-categories(root())]
    else (self::persName or self::term) and parent::item/parent::list]"/>

  <!--
    All entries of a file. By name: for a union below // saxon-js would search each name among the
    children of every node.
  -->
  <xsl:function name="f:entry-elements" as="element()*">
    <xsl:param name="file" as="element()"/>
    <xsl:sequence select="
      ($file/descendant::standOff/descendant::*[$fp:entry-names(local-name())][@xml:id][self::person
        or self::org or self::place or self::event or self::nym or self::item[term]
        or self::category]
        | $file[f:is-list-of-categories(root())]/teiHeader/encodingDesc/classDecl
          /descendant::category[@xml:id]
        | $file/descendant::teiHeader/profileDesc/(particDesc
        | settingDesc)/descendant::*[@xml:id][self::person or self::org or self::place]),
      $file/descendant::list/item/*[self::persName or self::term][@xml:id],
      $file/descendant::text/descendant::*[$fp:list-names(local-name())][self::listPerson
        or self::listOrg or self::listPlace or self::listEvent]/*[self::person or self::org
        or self::place or self::event][@xml:id]"/>
  </xsl:function>

  <!--
    A file of nothing but a header: its taxonomies are a project's vocabulary. Those of a document's
    own header classify the document.
  -->
  <xsl:function name="f:is-list-of-categories" as="xs:boolean">
    <xsl:param name="file" as="document-node()?"/>
    <xsl:sequence select="exists($file/TEI) and empty($file/TEI/(TEI | sourceDoc | facsimile
      | text[normalize-space() ne ''] | teiHeader/(fileDesc/sourceDesc//msDesc
      | profileDesc/correspDesc)))"/>
  </xsl:function>

  <xsl:variable name="fp:entry-names" as="map(*)"
    select="map:merge(tokenize('person org place event nym item category') ! map{.: true()})"/>
  <xsl:variable name="fp:list-names" as="map(*)"
    select="map:merge(tokenize('listPerson listOrg listPlace listEvent') ! map{.: true()})"/>

  <xsl:mode name="m:kind" on-no-match="shallow-skip"/>
  <xsl:template mode="m:kind" match="person | persName | author | editor"
    as="xs:string">person</xsl:template>
  <xsl:template mode="m:kind" match="org | orgName" as="xs:string">org</xsl:template>
  <xsl:template mode="m:kind" as="xs:string" match="place | placeName | country | region
    | settlement | district | bloc
    | geogName">place</xsl:template>
  <xsl:template mode="m:kind" match="event | eventName" as="xs:string">event</xsl:template>
  <xsl:template mode="m:kind" match="item | category | term | abbr | nym"
    as="xs:string">term</xsl:template>
  <xsl:template mode="m:kind" match="name | rs" as="xs:string">{(@type[. = ('person', 'org',
    'place', 'event', 'term')], 'term')[1]}</xsl:template>

  <!--
    person, org, place, event or term: of an entry, or of a mention by the entry it refers to, else
    by its own name.
  -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:kind-of((f:entry($element), $element)[1])"/>
  </xsl:function>

  <!-- The same for an entry, or for a mention of an unknown entry. -->
  <xsl:function name="f:kind-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="kind" as="xs:string*">
      <xsl:apply-templates mode="m:kind" select="$element"/>
    </xsl:variable>
    <xsl:sequence select="($kind, 'term')[1]"/>
  </xsl:function>

  <!-- The entry that a mention refers to, if the document contains it. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="f:entry-id($mention) ! key('entry', ., root($mention))[1]"/>
  </xsl:function>

  <!--
    The identifier that a mention refers to: in this file or in another one,
    a list of persons say (persons.xml#x). Volumes name with
    corresp too whom a name means, and with target which term a gloss explains. A key is a word of
    the project's own: it names an entry where one has it for its identifier, and else nothing.
    Where nothing but addresses in authority files are given (GND, VIAF), these, separated by
    spaces: pipeline/publish/pointers/entry-keys.ts finds the entry that has one of them.
    f:keyed: the elements with a key that is read so (KEYED in
    pipeline/edition/pointers/pointer-attributes.ts).
  -->
  <xsl:function name="f:keyed" as="attribute()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="$mention/@key/parent::*[self::persName or self::orgName
      or self::placeName or self::name or self::rs or self::eventName or self::geogName
      or self::country or self::region or self::settlement or self::district or self::bloc
      or self::author or self::editor or self::principal or self::funder or self::sponsor]/@key"/>
  </xsl:function>

  <xsl:function name="f:entry-id" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="pointer" as="attribute()?" select="
      ($mention/@ref, $mention[self::persName or self::orgName or self::placeName or self::name
      or self::rs]/@corresp, $mention/self::gloss/@target)[1]"/>
    <xsl:sequence select="
      if (empty($pointer)) then f:keyed($mention) ! (if (contains(., ':'))
      then fp:authority-key(.) else normalize-space(.)[not(contains(., ' '))])
      else if (contains($pointer, ':')) then fp:entry-among($pointer, $mention)
      else if (starts-with($pointer, '#') and not(contains(normalize-space($pointer), ' ')))
      then substring-after(normalize-space($pointer), '#')
      else tokenize($pointer)[contains(., '#')][1] ! substring-after(., '#')"/>
  </xsl:function>

  <!--
    The same for pointers with a scheme or a prefix that the header declares (psn:ann for
    persons.xml#ann).
  -->
  <xsl:function name="fp:entry-among" as="xs:string?">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="expanded" as="xs:string*" select="
      for $pointer in tokenize($pointers) return (
      if (contains($pointer, ':')) then f:expanded(substring-before($pointer, ':'),
      substring-after($pointer, ':'), $mention)[1] else (), $pointer)[1]"/>
    <xsl:sequence select="(
      $expanded[contains(., '#') and not(contains(., ':'))][1] ! substring-after(., '#'),
      fp:authority-key(string-join($expanded, ' ')))[1]"/>
  </xsl:function>

  <xsl:function name="fp:authority-key" as="xs:string?">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($pointers)[contains(., ':')], ' ')[. ne '']"/>
  </xsl:function>

  <!--
    A text on one line. White space is folded, and the line ends of Unicode that are none in XML
    (NEXT LINE, LINE SEPARATOR, PARAGRAPH SEPARATOR) are white space; other control characters (C1
    and DELETE) have no meaning in a name or a title, and formats and parsers of JSON refuse or
    replace them.
  -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="normalize-space(translate($text, $fp:line-ends-and-controls, '   '))"/>
  </xsl:function>

  <xsl:variable name="fp:line-ends-and-controls" as="xs:string" select="codepoints-to-string((133,
    8232, 8233, 127 to 132, 134 to 159))"/>

  <!--
    The location of a place, "latitude longitude" in decimal degrees: the first location with a geo.
    Decimal commas are accepted if the two numbers are separated by a space or a semicolon. Empty if
    the words are not two numbers within the globe (Guidelines, ND.2.4).
  -->
  <xsl:function name="f:point" as="xs:string?">
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="words" select="normalize-space(($place/location/geo[normalize-space() ne
      ''])[1])"/>
    <xsl:variable name="numbers" as="xs:string*" select="
      if (matches($words, '^[-+]?[0-9]+(\.[0-9]+)?(\s*[,;]\s*|\s)[-+]?[0-9]+(\.[0-9]+)?$'))
      then tokenize($words, '[\s,;]+')
      else if (matches($words, '^[-+]?[0-9]+(,[0-9]+)?(\s*;\s*|,?\s)[-+]?[0-9]+(,[0-9]+)?$'))
      then tokenize($words, '[\s;]+') ! replace(., ',$', '') ! translate(., ',', '.')
      else ()"/>
    <xsl:variable name="degrees" select="$numbers ! xs:decimal(.)"/>
    <xsl:sequence select="
      if (count($degrees) eq 2 and abs($degrees[1]) le 90 and abs($degrees[2]) le 180)
      then string-join($numbers ! replace(., '^\+', ''), ' ') else ()"/>
  </xsl:function>
</xsl:stylesheet>

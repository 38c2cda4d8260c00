<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:siglum:function" xmlns:fp="urn:siglum:function:private" xmlns:m="urn:siglum:mode"
  default-mode="m:text" expand-text="yes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What editors added, omitted, doubted or corrected: distinguished by class; the words stay.
  -->

  <xsl:template match="supplied | unclear | add | del | surplus | damage | corr | sic | orig | reg
    | expan | abbr">
    <xsl:variable name="element" select="."/>
    <xsl:variable name="name" select="(map{'del': 'del', 'surplus': 'del', 'add': 'ins',
      'abbr': 'abbr'}(local-name()), 'span')[1]"/>
    <xsl:element name="{f:box(., $name)}">
      <xsl:attribute name="class" select="string-join((local-name(), f:certainty(.),
        f:rendition(.)), ' ')"/>
      <xsl:for-each select="fp:remark(.)[. ne '']"><xsl:attribute name="title"
        select="."/></xsl:for-each>
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
      <xsl:if test="self::unclear[empty(node())]">
        <span class="added">{f:say('unclear.empty', map{'amount': string(f:amount(.))})}</span>
      </xsl:if>
    </xsl:element>
    <!-- The hand, if the header distinguishes hands. -->
    <xsl:for-each select="self::add[@hand][fp:several-hands(.)]/@hand/tokenize(.)">
      <sup class="hand added"> {f:hand(., $element)}</sup>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="fp:several-hands" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="header" select="f:file-header($element)"/>
    <xsl:sequence select="exists($header/descendant::handNote[2])"/>
  </xsl:function>

  <!-- Reason, place on the leaf, extent, hand: "Illegible, 2 words". -->
  <xsl:function name="fp:remark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join((
      $element/@reason ! f:say-or('reason.' || ., string(.)),
      $element/(self::add | self::note)/@place ! f:say-or('written.' || ., string(.)),
      $element/(self::del/@rend | self::damage/@agent) ! f:say-or('manner.' || ., string(.)),
      $element/@hand/tokenize(.) ! f:hand(., $element),
      f:amount($element)), ', ')"/>
  </xsl:function>

  <xsl:template match="gap">
    <span class="gap">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="fp:remark(.)[. ne '']"><xsl:attribute name="title"
        select="."/></xsl:for-each>
      <xsl:apply-templates/>
      <xsl:if test="normalize-space() eq ''">
        <span class="added">{f:say('gap')}</span>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="gap/desc | space/desc">
    <xsl:variable name="bare" select="exists(parent::gap) and not(matches(., '^\s*\['))"/>
    <xsl:if test="$bare"><span class="added">[</span></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="$bare"><span class="added">]</span></xsl:if>
  </xsl:template>

  <xsl:template match="space">
    <span class="space added">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:for-each select="fp:remark(.)[. ne '']"><xsl:attribute name="title"
        select="."/></xsl:for-each>
      <xsl:variable name="amount" select="f:amount(.)"/>
      <xsl:text>{
        if ($amount) then f:say('space.amount', map{'amount': $amount})
        else f:say('space')}</xsl:text>
    </span>
  </xsl:template>

  <!-- A space of one to three characters is shown with its width, a wider one in words. -->
  <xsl:template match="space[not(desc)][@unit = ('char', 'chars', 'character', 'characters')]
    [@quantity = ('1', '2', '3')]">
    <span class="narrow-space added" title="{f:say('space.amount',
      map{'amount': f:amount(.)}) => translate('[]', '')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:text>{string-join((1 to xs:integer(@quantity)) ! '&#160;')}</xsl:text>
    </span>
  </xsl:template>

  <!--
    All readings are on the page, the source's first; the others are in angle brackets, which are
    not part of them, and the style sheet can show one of them alone. One is the stated reading;
    "further" ones are neither that nor the source's. If none is stated (unclear, seg), the choice
    is "undecided".
  -->
  <xsl:template match="choice[count(f:levels(.)) eq 1]" priority="1">
    <xsl:apply-templates select="f:levels(.)"/>
  </xsl:template>
  <xsl:template priority="0.6" match="*[namespace-uri() eq 'http://www.menota.org/ns/1.0']
    [local-name() = ('facs', 'dipl', 'norm')]">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="choice">
    <xsl:variable name="levels" select="f:levels(.)"/>
    <xsl:variable name="first" select="(sic | orig | abbr | am | unclear | seg)[1]"/>
    <xsl:variable name="first" select="(orig | sic | abbr | am)[1] | $first[not(../(orig | sic))]"/>
    <xsl:variable name="isDecided" select="exists($first[self::orig or self::sic or self::abbr
      or self::am])"/>
    <xsl:variable name="meant" select="if ($isDecided) then (reg, expan, corr, ex)[1] else ()"/>
    <span class="{if ($isDecided) then 'choice' else 'choice undecided'}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates select="($first, *)[1]"/>
      <xsl:if test="normalize-space(($first, *)[1]) eq ''">
        <span class="added">{f:say('choice.nothing')}</span>
      </xsl:if>
      <xsl:for-each select="(if (exists($levels)) then $levels else *) except ($first, *)[1]">
        <span class="alternative{' further'[$isDecided and empty($meant intersect current())]}">
          <span class="sign added">{' ⟨'}</span>
          <xsl:apply-templates select="."/>
          <xsl:if test="normalize-space() eq ''">
            <span class="added">{f:say('choice.removed')}</span>
          </xsl:if>
          <span class="sign added">⟩</span>
        </span>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="choice/am">
    <span class="am"><xsl:sequence select="f:identity(.)"/><xsl:apply-templates/></span>
  </xsl:template>

  <!--
    If a whole word replaces another, they are separated by a space; within a word nothing is added.
  -->
  <xsl:template priority="19" match="(add[preceding-sibling::node()[1][self::del]]
    | del[preceding-sibling::node()[1][self::add]]
    | subst/add[preceding-sibling::*[1][self::del]]
    | subst/del[preceding-sibling::*[1][self::add]])[normalize-space() ne '']">
    <xsl:variable name="whole" select="(parent::subst, .)[1]"/>
    <xsl:variable name="before" select="
      (parent::subst, preceding-sibling::*[1])[1]/preceding-sibling::node()[1]"/>
    <xsl:variable name="after" select="$whole/following-sibling::node()[1]"/>
    <xsl:if test="not(matches($before, '[\p{L}\p{N}]$')) and not(matches($after, '^[\p{L}\p{N}]'))
      and matches(preceding-sibling::*[1], '[\p{L}\p{N}]$') and matches(., '^[\p{L}\p{N}]')
      and empty(ancestor::div[@type = 'edition'])">
      <span class="added"><xsl:text> </xsl:text></span>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="subst">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A substitution contains no text: white space in it is layout of the file. -->
  <xsl:template priority="2" match="subst/text()[normalize-space() eq '']"/>

  <xsl:template match="subst[@xml:id]">
    <xsl:element name="{f:box(., 'span')}">
      <xsl:sequence select="f:identity(.)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>

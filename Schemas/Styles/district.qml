<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|Fields|MapTips" labelsEnabled="1">
  <renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0">
    <rules key="{a0000000-0000-0000-0000-000000000000}">
      <rule key="{a0000000-0000-0000-0000-000000000001}" symbol="0" label="District in force" filter="coalesce(attribute($currentfeature, 'is_current'), true) AND coalesce(attribute($currentfeature, 'valid_to') &gt;= to_date(now()), true)"/>
    </rules>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="255,255,255,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.9"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="capstyle" value="round"/>
          </Option>
        </layer>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="87,96,106,255"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="line_width" value="0.35"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="capstyle" value="round"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="{80000000-0000-0000-0000-000000000000}">
      <rule key="{80000000-0000-0000-0000-000000000001}" filter="coalesce(attribute($currentfeature, 'is_current'), true) AND coalesce(attribute($currentfeature, 'valid_to') &gt;= to_date(now()), true)" scalemindenom="400000" scalemaxdenom="8000000">
        <settings calloutType="simple">
          <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Sans Serif" namedStyle="" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="87,96,106,255" textOpacity="1" allowHtml="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="1" formatNumbers="0"/>
          <placement placement="1" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" priority="6" dist="0.5" distUnits="MM"/>
          <rendering drawLabels="1" scaleVisibility="0" obstacle="0" obstacleType="1" displayAll="0" mergeLines="0" limitNumLabels="0"/>
        </settings>
      </rule>
      <rule key="{80000000-0000-0000-0000-000000000002}" filter="coalesce(attribute($currentfeature, 'is_current'), true) AND coalesce(attribute($currentfeature, 'valid_to') &gt;= to_date(now()), true)" scalemindenom="1" scalemaxdenom="400000">
        <settings calloutType="simple">
          <text-style fieldName="&quot;name&quot;" isExpression="1" fontFamily="Sans Serif" namedStyle="" fontSize="11" fontSizeUnit="Point" fontWeight="50" fontItalic="1" textColor="87,96,106,255" textOpacity="1" allowHtml="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
          </text-style>
          <text-format wrapChar="" multilineAlign="1" formatNumbers="0"/>
          <placement placement="1" centroidInside="1" centroidWhole="0" fitInPolygonOnly="0" polygonPlacementFlags="2" priority="2" dist="0.5" distUnits="MM"/>
          <rendering drawLabels="1" scaleVisibility="0" obstacle="0" obstacleType="1" displayAll="0" mergeLines="0" limitNumLabels="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <aliases>
    <alias index="0" field="fid" name="Row"/>
    <alias index="1" field="boundary_set" name="Boundary set"/>
    <alias index="2" field="code" name="Code"/>
    <alias index="3" field="name" name="Name"/>
    <alias index="4" field="aliases" name="Other names"/>
    <alias index="5" field="parent" name="Part of"/>
    <alias index="6" field="valid_from" name="Valid from"/>
    <alias index="7" field="valid_to" name="Valid to"/>
    <alias index="8" field="area_cm2" name="Area (cm²)"/>
    <alias index="9" field="content_hash" name="Hash of the content"/>
    <alias index="10" field="batch" name="Batch"/>
    <alias index="11" field="source_row" name="Row of the file"/>
    <alias index="12" field="is_current" name="In force"/>
  </aliases>
  <previewExpression>"name"</previewExpression>
  <layerGeometryType>2</layerGeometryType>
</qgis>

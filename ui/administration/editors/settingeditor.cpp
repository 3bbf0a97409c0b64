// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/settingeditor.h"

#include "models/administration/byteamount.h"
#include "ui/administration/editors/settingtext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// "KiB", as the reader's language calls it.
QString unitName(int unit)
{
    const QString one = QLocale().formattedDataSize(qint64(1) << (10 * unit), 0);
    return one.mid(one.indexOf(QLocale().toString(1)) + 1).trimmed();
}

} // namespace

SettingEditor::SettingEditor(QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel(this))
    , m_choice(new QComboBox(this))
    , m_line(new QLineEdit(this))
    , m_unit(new QComboBox(this))
    , m_counts(new PlainLabel(this))
    , m_change(new QPushButton(this))
    , m_problem(new PlainLabel(this))
{
    setTone(m_label, Tone::Heading);
    setTone(m_counts, Tone::Dim);
    setTone(m_problem, Tone::Bad);
    m_problem->setWordWrap(true);
    m_change->setAutoDefault(false);
    setRole(m_change, ButtonRole::Primary);
    m_line->setObjectName(u"value"_s);
    m_unit->setObjectName(u"unit"_s);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(m_choice, 1);
    fields->addWidget(m_line, 1);
    fields->addWidget(m_unit);
    fields->addWidget(m_counts);
    fields->addWidget(m_change);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(5);
    column->addWidget(m_label);
    column->addLayout(fields);
    column->addWidget(m_problem);
    for (int unit = 0; unit < ByteUnits; ++unit)
        m_unit->addItem(QString());
    connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingEditor::follow);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SettingEditor::follow);
    connect(m_line, &QLineEdit::textChanged, this, &SettingEditor::follow);
    connect(m_line, &QLineEdit::returnPressed, this, &SettingEditor::request);
    connect(m_change, &QAbstractButton::clicked, this, &SettingEditor::request);
    onLanguageChange(this, &SettingEditor::retranslate);
    retranslate();
}

bool SettingEditor::isChoice() const
{
    const SettingSpec *spec = m_setting.spec();
    return spec && !spec->choices.isEmpty();
}

bool SettingEditor::isSize() const
{
    const SettingSpec *spec = m_setting.spec();
    return spec && spec->type == SettingType::Integer && spec->unit == SettingUnit::Bytes;
}

void SettingEditor::setSetting(const SettingRow &setting)
{
    const bool isTyping = setting.key == m_setting.key && isChanged();
    const bool isAnother = setting.key != m_setting.key;
    m_setting = setting;
    if (isAnother)
        fillChoices();
    if (!isTyping || !isChanged())
        load();
    follow();
}

void SettingEditor::setWhyNot(const QString &whyNot)
{
    m_whyNot = whyNot;
    follow();
}

void SettingEditor::reset()
{
    load();
    follow();
}

void SettingEditor::fillChoices()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    const SettingSpec *spec = m_setting.spec();
    m_choice->setVisible(isChoice());
    setFocusProxy(isChoice() ? static_cast<QWidget *>(m_choice) : m_line);
    m_line->setVisible(!isChoice());
    m_unit->setVisible(isSize());
    m_counts->setVisible(spec && spec->type == SettingType::Integer && !isSize());
    m_counts->setText(spec ? Words::unitText(spec->unit) : QString());
    for (const QString &choice : spec ? spec->choices : QStringList())
        m_choice->addItem(settingValueText(m_setting.key, choice), choice);
    m_line->setPlaceholderText(spec && spec->type == SettingType::Passages ? tr("nobody") : QString());
}

void SettingEditor::load()
{
    const QSignalBlocker quietChoice(m_choice);
    const QSignalBlocker quietLine(m_line);
    const QSignalBlocker quietUnit(m_unit);
    m_choice->setCurrentIndex(m_choice->findData(m_setting.value));
    const SettingSpec *spec = m_setting.spec();
    if (isSize()) {
        const ByteAmount amount = byteAmount(m_setting.value.toLongLong());
        m_line->setText(locale().toString(amount.number));
        m_unit->setCurrentIndex(amount.unit);
    } else if (spec && spec->type == SettingType::Integer) {
        m_line->setText(locale().toString(m_setting.value.toLongLong()));
    } else {
        m_line->setText(m_setting.value);
    }
}

/// With the marks of the reader's language between thousands, or without.
QString SettingEditor::typedNumber() const
{
    QString typed = m_line->text().simplified();
    for (const QString &mark : {locale().groupSeparator(), u" "_s, QString(QChar::Nbsp), QString(QChar(0x202F))})
        typed.remove(mark);
    bool isNumber = false;
    const qint64 number = typed.toLongLong(&isNumber);
    if (!isNumber)
        return typed;
    const auto bytes = isSize() ? bytesOf({number, m_unit->currentIndex()}) : std::optional(number);
    return bytes ? QString::number(*bytes) : typed + m_unit->currentText();
}

QString SettingEditor::value() const
{
    const SettingSpec *spec = m_setting.spec();
    if (isChoice())
        return m_choice->currentData().toString();
    return spec && spec->type == SettingType::Integer ? typedNumber() : m_line->text().trimmed();
}

void SettingEditor::follow()
{
    const SettingSpec *spec = m_setting.spec();
    const QString problem = spec && isChanged() ? settingProblem(*spec, value()) : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (m_line->property("invalid").toBool() == problem.isEmpty()) {
        m_line->setProperty("invalid", !problem.isEmpty());
        m_line->style()->unpolish(m_line);
        m_line->style()->polish(m_line);
    }
    const QString refusal = !m_whyNot.isEmpty() ? m_whyNot
        : !spec                                 ? tr("Only a later version of Sonde knows what this may be.")
                                                : QString();
    for (QWidget *field : std::initializer_list<QWidget *>{m_choice, m_line, m_unit})
        setUsable(*field, refusal);
    setUsable(*m_change,
        !refusal.isEmpty()       ? refusal
            : !problem.isEmpty() ? problem
            : isChanged()        ? QString()
                                 : tr("Nothing is changed yet."));
}

void SettingEditor::request()
{
    if (m_change->isEnabled())
        Q_EMIT changeRequested(m_setting.key, value());
}

void SettingEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isChanged())
        reset();
    else
        QWidget::keyPressEvent(event);
}

void SettingEditor::retranslate()
{
    m_label->setText(tr("Change it"));
    m_choice->setAccessibleName(tr("New value"));
    m_line->setAccessibleName(tr("New value"));
    m_unit->setAccessibleName(tr("Unit"));
    //: button: sends what was typed
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(m_change->text());
    for (int unit = 0; unit < ByteUnits; ++unit)
        m_unit->setItemText(unit, unitName(unit));
    const QString typed = value();
    fillChoices();
    if (isChoice())
        m_choice->setCurrentIndex(m_choice->findData(typed));
    else if (typed == m_setting.value)
        load();
    follow();
}

} // namespace Sonde::Client

#include "moc_settingeditor.cpp"

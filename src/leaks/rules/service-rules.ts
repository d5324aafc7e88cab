import { tokens, type LeakRule } from './rule.ts';
import { mixes } from './token-rules.ts';

const TALK = tokens('high', [
  ['slack-bot-token', 'a Slack token', 'xoxb- xoxp- xoxa- xoxr- xoxs- xoxo-', /^\d{9,14}-[A-Za-z0-9-]{20,120}(?![A-Za-z0-9])/],
  ['slack-app-token', 'a Slack app token', 'xapp-', /^\d-[A-Z0-9]{9,12}-\d{10,14}-[0-9a-f]{64}(?![0-9a-f])/],
  ['slack-config-token', 'a Slack configuration token', 'xoxe.xoxp- xoxe.xoxb- xoxe-', /^\d-[A-Za-z0-9]{100,250}(?![A-Za-z0-9])/],
  ['slack-webhook', 'the address of a Slack webhook', 'hooks.slack.com/services/ hooks.slack.com/workflows/', /^[TA][A-Z0-9]{8,12}\/[AB]?[A-Z0-9]{8,12}\/[A-Za-z0-9/]{20,64}(?![A-Za-z0-9])/],
  ['discord-webhook', 'the address of a Discord webhook', 'discord.com/api/webhooks/ discordapp.com/api/webhooks/', /^\d{17,20}\/[\w-]{60,80}(?![\w-])/],
  ['teams-webhook', 'the address of a Teams webhook', '.webhook.office.com/webhookb2/', /^[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}/],
  ['sendgrid-key', 'a SendGrid key', 'SG.', /^[\w-]{22}\.[\w-]{43}(?![\w-])/],
  ['mailgun-key', 'a Mailgun key', 'key-', /^[0-9a-f]{32}(?![0-9a-f-])/, (text) => /\d/.test(text) && /[a-f]/.test(text.slice(4))],
  ['brevo-key', 'a Brevo key', 'xkeysib-', /^[0-9a-f]{64}-[A-Za-z0-9]{16}(?![A-Za-z0-9])/],
  ['linear-key', 'a Linear key', 'lin_api_ lin_oauth_', /^[A-Za-z0-9]{40,64}(?![A-Za-z0-9])/],
  ['notion-token', 'a Notion token', 'ntn_', /^\d{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])/],
  ['figma-token', 'a Figma token', 'figd_', /^[\w-]{40,60}(?![\w-])/],
  ['postman-key', 'a Postman key', 'PMAK-', /^[0-9a-f]{24}-[0-9a-f]{34}(?![0-9a-f])/],
  ['typeform-token', 'a Typeform token', 'tfp_', /^[\w.=-]{44,70}(?![\w-])/],
  ['readme-key', 'a ReadMe key', 'rdme_', /^[a-z0-9]{70}(?![a-z0-9])/],
  ['contentful-token', 'a Contentful token', 'CFPAT-', /^[\w-]{43}(?![\w-])/],
  ['posthog-key', 'a PostHog personal key', 'phx_', /^[A-Za-z0-9]{43,64}(?![A-Za-z0-9])/],
]);

const MONEY = tokens('high', [
  ['stripe-key', 'a Stripe key', 'sk_live_ rk_live_', /^[A-Za-z0-9]{20,250}(?![A-Za-z0-9])/],
  ['stripe-webhook-secret', 'the secret of a Stripe webhook', 'whsec_', /^[A-Za-z0-9+/]{32,64}(?![A-Za-z0-9])/],
  ['square-token', 'a Square token', 'sq0atp- sq0csp-', /^[\w-]{22,43}(?![\w-])/],
  ['shopify-token', 'a Shopify token', 'shpat_ shpca_ shppa_ shpss_', /^[0-9a-fA-F]{32}(?![0-9a-fA-F])/],
  ['shippo-token', 'a Shippo token', 'shippo_live_', /^[0-9a-f]{40}(?![0-9a-f])/],
  ['easypost-key', 'an EasyPost key', 'EZAK', /^[A-Za-z0-9]{54}(?![A-Za-z0-9])/],
  ['duffel-token', 'a Duffel token', 'duffel_live_', /^[\w=-]{43}(?![\w-])/],
  ['flutterwave-key', 'a Flutterwave key', 'FLWSECK-', /^[0-9a-f]{32}-X(?![A-Za-z0-9])/],
]);

const MODELS = tokens('high', [
  ['openai-key', 'an OpenAI key', 'sk-proj- sk-svcacct- sk-admin-', /^[\w-]{40,200}(?![\w-])/, (text) => text.includes('T3BlbkFJ')],
  ['anthropic-key', 'an Anthropic key', 'sk-ant-api03- sk-ant-admin01- sk-ant-oat01- sk-ant-sid01-', /^[\w-]{80,120}(?![\w-])/],
  ['huggingface-token', 'a Hugging Face token', 'hf_', /^[A-Za-z]{34}(?![A-Za-z0-9_])/, (text) => /[A-Z]/.test(text) && /[a-z]/.test(text.slice(3))],
  ['groq-key', 'a Groq key', 'gsk_', /^[A-Za-z0-9]{52}(?![A-Za-z0-9])/],
  ['replicate-token', 'a Replicate token', 'r8_', /^[A-Za-z0-9]{37}(?![A-Za-z0-9])/, (text) => mixes(text.slice(3))],
  ['perplexity-key', 'a Perplexity key', 'pplx-', /^[A-Za-z0-9]{48}(?![A-Za-z0-9])/],
  ['xai-key', 'an xAI key', 'xai-', /^[A-Za-z0-9]{80}(?![A-Za-z0-9])/],
  ['openrouter-key', 'an OpenRouter key', 'sk-or-v1-', /^[0-9a-f]{64}(?![0-9a-f])/],
  ['langsmith-key', 'a LangSmith key', 'lsv2_pt_ lsv2_sk_', /^[0-9a-f]{32}_[0-9a-f]{10}(?![0-9a-f])/],
]);

export const SERVICE_RULES: readonly LeakRule[] = [...TALK, ...MONEY, ...MODELS];
